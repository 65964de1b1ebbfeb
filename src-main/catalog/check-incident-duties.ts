import type { Catalog } from '../contract/catalog.ts'
import { type DutyGuide, dutyGuide } from '../contract/incidents.ts'
import { incidents } from '../contract/registers/operation.ts'
import { repeated } from './repeated.ts'

/** Says what is wrong with the notification duties: shape, identifiers, controls that do not exist, cases of Art. 3(49) without exactly one report. */
export function checkDutyGuide(guide: DutyGuide, { controls }: Catalog): string[] {
  const shape = dutyGuide.safeParse(guide)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const { duties } = guide
  const texts = duties.map(({ what }) => what)
  return [
    ...repeated(duties.map(({ id }) => id)).map((id) => `duty ${id}: this identifier is used twice`),
    ...repeated([...texts, ...duties.map(({ title }) => title)]).map((sentence) => `said twice: ${sentence}`),
    ...duties.flatMap((duty) =>
      duty.controls.filter((code) => !controls.some(({ id }) => id === code)).map((code) => `duty ${duty.id}: there is no control ${code}`),
    ),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the law's own text: ${sentence}`),
    ...checkReports(guide),
  ]
}

/** A serious incident has one term for the report to the authority (Art. 73(2) to (4)), whatever it led to and however far it reaches. */
function checkReports({ duties }: DutyGuide): string[] {
  const reports = duties.filter(({ as, hours }) => as === 'provider' && hours !== null && hours > 0)
  const cases = incidents.fields.shape.serious.options.filter((serious) => serious !== 'no' && serious !== 'not-judged')
  return cases.flatMap((serious) =>
    [true, false].flatMap((widespread) => {
      const found = reports.filter(({ any }) =>
        any.some((each) => each.serious?.includes(serious) && (each.widespread === undefined || each.widespread === widespread)),
      )
      return found.length === 1 ? [] : [`${serious}${widespread ? ', widespread' : ''}: ${found.length} terms for the report`]
    }),
  )
}
