import type { AuditProgramme, AuditSummary, PlannedAudit } from '../../contract/audits.ts'
import { dayOf } from '../../contract/days.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import { auditableGroups, groupOf } from './catalog-groups.ts'
import { allAudits, looksAt } from './queries.ts'

const isHeld = ({ state }: { state: string }) => state === 'held' || state === 'reported'

/** The day so many months from a day, both ISO 8601. */
function inMonths(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return dayOf(date)
}

/** Every audit that was not called off, with the clauses and objectives of its checklist. `today` is ISO 8601. */
function readAudits(file: EngagementFile, today: string): PlannedAudit[] {
  const groups = Map.groupBy(file.all(looksAt), ({ auditId }) => auditId)
  const order = auditableGroups(file).map(({ id }) => id)
  return file
    .all(allAudits)
    .filter(({ state }) => state !== 'cancelled')
    .map(({ plannedOn, heldOn, ...audit }) => {
      const looked = new Set((groups.get(audit.id) ?? []).map(({ itemId }) => groupOf(itemId)))
      const on = heldOn ?? plannedOn
      return { ...audit, on, isOverdue: !isHeld(audit) && on !== null && on < today, covers: order.filter((id) => looked.has(id)) }
    })
}

/** Audits by month for a year from today, and what internal audits of a year back and a year ahead leave out (clause 9.2.2). */
export function readProgramme(file: EngagementFile, today: string): AuditProgramme {
  const all = readAudits(file, today)
  const from = inMonths(today, -12)
  const to = inMonths(today, 12)
  const firstOfMonth = `${today.slice(0, 7)}-01`
  const months = Array.from({ length: 12 }, (_, index) => inMonths(firstOfMonth, index).slice(0, 7))
  const near = all.filter(({ on }) => on !== null && on >= from && on <= to)
  const internal = near.filter(({ kind }) => kind === 'internal')
  const covered = new Set(internal.flatMap(({ covers }) => covers))
  return {
    months: months.map((month) => ({ month, audits: near.filter((audit) => audit.on?.startsWith(month)) })),
    earlier: all.filter((audit) => audit.on !== null && audit.on < firstOfMonth && (audit.on >= from || audit.isOverdue)),
    uncovered: auditableGroups(file)
      .filter(({ id }) => !covered.has(id))
      .map(({ id, title }) => ({ id, title })),
  }
}

/** What the overview and the readiness say of audits and nonconformities. */
export function summarize(file: EngagementFile, today: string): AuditSummary {
  const internal = readAudits(file, today).filter(({ kind }) => kind === 'internal')
  const open = readRegister(file, 'nonconformities').filter(({ state }) => state !== 'closed')
  const grades = open.map(({ grade }) => grade ?? 'minor')
  const ofGrade = (grade: string) => grades.filter((each) => each === grade).length
  const held = internal.filter((audit) => isHeld(audit) && audit.on !== null).sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
  const recent = held.filter(({ on }) => (on ?? '') >= inMonths(today, -12))
  const next = internal.filter((audit) => !isHeld(audit) && audit.on !== null).sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))
  const named = ({ id, reference, title }: PlannedAudit) => ({ id, reference, title })
  return {
    openMajor: ofGrade('major'),
    openMinor: ofGrade('minor'),
    openObservations: ofGrade('observation'),
    lastInternal: held[0] ? { ...named(held[0]), heldOn: held[0].on ?? today } : null,
    covered: new Set(recent.flatMap(({ covers }) => covers)).size,
    toCover: auditableGroups(file).length,
    nextInternal: next[0] ? { ...named(next[0]), plannedOn: next[0].on ?? today } : null,
  }
}
