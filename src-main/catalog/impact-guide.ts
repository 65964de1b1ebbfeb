import { type ImpactGuide, impactGuide } from '../contract/impact.ts'
import { readContent } from './read.ts'

let loaded: ImpactGuide | undefined

/** Steps, dimensions, scales, triage questions and triggers of impact assessments, read and checked once. */
export function loadImpactGuide(): ImpactGuide {
  loaded ??= impactGuide.parse({
    ...readObject('guide.json'),
    steps: readContent('impact', 'steps.json'),
    dimensions: readContent('impact', 'dimensions.json'),
    triage: readContent('impact', 'triage.json'),
  })
  return loaded
}

const readObject = (name: string): object => {
  const content = readContent('impact', name)
  if (typeof content !== 'object' || content === null) throw new Error(`${name} is not an object`)
  return content
}
