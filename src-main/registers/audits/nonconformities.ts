import type { NonconformityWork } from '../../contract/audits.ts'
import { FieldbookError } from '../../contract/errors.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { changeEntry } from '../../engagement/registers/entries.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import { text } from '../../language/text.ts'
import { auditsOfNonconformities } from './queries.ts'
import { issuesOf, type Nonconformity, obstacles, stepsOf } from './rules.ts'

/** How far the handling of each nonconformity is, and what is missing; those with these ids, or all. */
export function readWork(file: EngagementFile, today: string, ids?: readonly string[]): NonconformityWork[] {
  const audits = new Map(file.all(auditsOfNonconformities).map(({ nonconformityId, ...audit }) => [nonconformityId, audit]))
  return readRegister(file, 'nonconformities', ids).map((entry) => ({
    id: entry.id,
    reference: entry.reference,
    title: entry.title,
    state: entry.state,
    grade: entry.grade,
    steps: stepsOf(entry),
    issues: issuesOf(entry, today),
    audit: audits.get(entry.id) ?? null,
  }))
}

/** Brings a nonconformity to a state. @throws FieldbookError conflict that names what the state still needs. */
export function advance(file: EngagementFile, id: string, state: Nonconformity['state'], today: string): NonconformityWork {
  const [entry] = readRegister(file, 'nonconformities', [id])
  if (!entry) throw new FieldbookError('not-found', { what: id })
  const missing = obstacles(entry, today, state)
  if (missing.length > 0)
    throw new FieldbookError('conflict', {
      reason: text('register-nonconformities:notYet', {
        reference: entry.reference,
        state: text(`register-nonconformities:state.${state}`),
        missing: missing.map((issue) => text(`register-nonconformities:issue.${issue}`)).join(' '),
      }),
    })
  changeEntry(file, 'nonconformities', id, { state, closedOn: state === 'closed' ? (entry.closedOn ?? today) : null })
  const [work] = readWork(file, today, [id])
  if (!work) throw new FieldbookError('not-found', { what: id })
  return work
}
