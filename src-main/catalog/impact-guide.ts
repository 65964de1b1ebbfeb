import { type ImpactGuide, impactGuide } from '../contract/impact.ts'
import { readJson } from './read.ts'

let loaded: ImpactGuide | undefined

/** Steps, dimensions, scales, triage questions and triggers of impact assessments, read and checked once. */
export function loadImpactGuide(): ImpactGuide {
  loaded ??= impactGuide.parse({
    ...readObject('guide.json'),
    steps: readJson('impact', 'steps.json'),
    dimensions: readJson('impact', 'dimensions.json'),
    triage: readJson('impact', 'triage.json'),
  })
  return loaded
}

const readObject = (name: string): object => {
  const content = readJson('impact', name)
  if (typeof content !== 'object' || content === null) throw new Error(`${name} is not an object`)
  return content
}
