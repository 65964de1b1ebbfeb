import { z } from 'zod'
import { articleOf, loadCrosswalk } from '../catalog/crosswalk.ts'
import { duties } from '../catalog/duties.ts'
import type { CrosswalkRow } from '../contract/crosswalk.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { fromListColumn } from '../engagement/lists.ts'
import { rawQuery } from '../engagement/raw.ts'
import { dutyLists, firstSystems, systemsInUse } from './queries.ts'

/** Whom of the client's systems an article binds, and from when. */
export type Binding = Pick<CrosswalkRow, 'systems' | 'firstSystems' | 'dates'>

const fewSystems = 12

/** Days from which an article applies whatever the systems are (Regulation (EU) 2024/1689, Art. 113). */
const sinceAlways = [{ date: '2025-02-02', note: '' }]

/** The articles that bind the client by the duties of its classified systems, and those that bind everybody. */
export function bindings(file: EngagementFile): ReadonlyMap<string, Binding> {
  const [{ systems } = { systems: 0 }] = file.all(rawQuery(systemsInUse))
  const bound = new Map<string, Binding>()
  for (const { id, always } of loadCrosswalk().articles)
    if (always) bound.set(id, { systems, firstSystems: [], dates: [...sinceAlways, ...datesOf(dutiesOf(id))] })
  const lists = file.all(rawQuery(dutyLists)).map((list) => ({ ...list, ids: fromListColumn(z.string(), list.duties) }))
  const first = Map.groupBy(file.all(rawQuery(firstSystems(fewSystems))), (row) => row.duties)
  for (const { id } of loadCrosswalk().articles) {
    const own = new Set(dutiesOf(id))
    const ofArticle = lists.filter(({ ids }) => ids.some((duty) => own.has(duty)))
    if (ofArticle.length === 0) continue
    const present = [...own].filter((duty) => ofArticle.some(({ ids }) => ids.includes(duty)))
    const named = ofArticle.flatMap((list) => first.get(list.duties) ?? []).sort((a, b) => a.name.localeCompare(b.name, 'en'))
    const every = bound.get(id)
    bound.set(id, {
      systems: every?.systems ?? ofArticle.reduce((sum, list) => sum + list.systems, 0),
      firstSystems: named.slice(0, fewSystems).map(({ id: system, name }) => ({ id: system, name })),
      dates: merged([...(every?.dates ?? []), ...datesOf(present)]),
    })
  }
  return bound
}

const dutiesOf = (article: string) =>
  [...duties().values()].filter(({ articles }) => articles.some((citation) => articleOf(citation) === article)).map(({ id }) => id)

const datesOf = (ids: readonly string[]) =>
  merged(ids.flatMap((id) => (duties().get(id)?.dates ?? []).map(({ date, note }) => ({ date, note }))))

/** Each day once, the earliest first, with the words that say most. */
function merged(dates: readonly { date: string; note: string }[]): { date: string; note: string }[] {
  const byDay = Map.groupBy(dates, ({ date }) => date)
  return [...byDay]
    .map(([date, same]) => ({ date, note: [...new Set(same.map(({ note }) => note).filter((note) => note !== ''))].join('; ') }))
    .sort((a, b) => a.date.localeCompare(b.date))
}
