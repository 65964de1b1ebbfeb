import type { Catalog } from '../contract/catalog.ts'
import type { RaciContent } from '../contract/raci.ts'
import { repeated } from './repeated.ts'

/** Says what is wrong with the activities to start from: texts said twice, requirements that do not exist. */
export function checkRaciGuide(activities: RaciContent, { requirements }: Catalog): string[] {
  const known = new Set(requirements.map(({ id }) => id))
  return [
    ...repeated(activities.flatMap(({ title, about }) => [title, about])).map((sentence) => `said twice: ${sentence}`),
    ...activities
      .filter(({ requirement }) => !known.has(requirement))
      .map(({ title, requirement }) => `${title}: there is no requirement ${requirement}`),
  ]
}
