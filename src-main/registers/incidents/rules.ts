import type { RiskClass } from '../../contract/classification.ts'
import { localDay } from '../../contract/days.ts'
import type { ClockState, DutyCondition, DutyForce, IncidentDuty, NotificationDuty, NotificationFields } from '../../contract/incidents.ts'
import type { EntryOf } from '../../contract/registers/definition.ts'
import type { incidents } from '../../contract/registers/operation.ts'
import { text } from '../../language/text.ts'

export type Incident = EntryOf<typeof incidents>

/** What an incident's system is to the organization. */
export interface SystemFacts {
  name: string
  role: string | null
  riskClass: RiskClass
  /** Identifiers of the duties of the AI Act that its classification results in. */
  duties: readonly string[]
  /** High-risk by Annex III, whose duties begin earlier than those of Annex I. */
  isAnnex3: boolean
}

/** From when the duties of high-risk systems bind, after the amendments of 2026 (Art. 113). */
const highRiskFrom = { annex3: '2027-12-02', annex1: '2028-08-02' }
/** The duty of the classification that shows the role for a high-risk system: Art. 73 for providers, Art. 26(5) for deployers. */
const dutyOfRole = { provider: 'incidents', deployer: 'use-monitoring' }
const hour = 3_600_000

export const nothingNoted: NotificationFields = { needed: 'open', reason: '', sentAt: null, recipient: '', notes: '' }

function holds(condition: DutyCondition, incident: Incident): boolean {
  const { kinds, severity, serious, widespread, personalData } = condition
  return (
    (kinds === undefined || kinds.includes(incident.kind)) &&
    (severity === undefined || (incident.severity !== null && severity.includes(incident.severity))) &&
    (serious === undefined || serious.includes(incident.serious)) &&
    (widespread === undefined || widespread === (incident.widespread === 'yes')) &&
    (personalData === undefined || personalData === (incident.personalData === 'yes'))
  )
}

const anyHolds = ({ any }: NotificationDuty, incident: Incident) => any.some((condition) => holds(condition, incident))

/** As long as nobody has judged, the clock of a serious incident may be running: the ordinary case stands in for the judgement. */
function mayBeSerious(duty: NotificationDuty, incident: Incident): boolean {
  const isEvent = incident.kind === 'incident' || incident.kind === 'malfunction'
  return isEvent && incident.serious === 'not-judged' && duty.hours !== null && anyHolds(duty, { ...incident, serious: 'health' })
}

interface Ground {
  force: DutyForce
  because: string
}

/** Whether a duty of high-risk systems arises from these systems, and why. */
function highRiskGround(duty: NotificationDuty, systems: readonly SystemFacts[], on: string): Ground | undefined {
  if (duty.as === 'organization') return undefined
  const role = duty.as
  const known = systems.filter(({ riskClass, duties }) => riskClass === 'high-risk' && duties.includes(dutyOfRole[role]))
  const names = (of: readonly SystemFacts[]) => of.map(({ name }) => name).join(', ')
  const roleWord = text(`incidents:roles.${role}`)
  if (known.length > 0) {
    const from = known.some(({ isAnnex3 }) => isAnnex3) ? highRiskFrom.annex3 : highRiskFrom.annex1
    const key = on < from ? 'practice' : 'binding'
    return { force: key, because: text(`incidents:because.${key}`, { role: roleWord, systems: names(known), day: from }) }
  }
  const open = systems.filter((system) => system.riskClass === 'unclassified' && (system.role === null || system.role === role))
  if (open.length === 0) return undefined
  return { force: 'depends', because: text('incidents:because.unclassified', { role: roleWord, systems: names(open) }) }
}

function groundOf(duty: NotificationDuty, incident: Incident, systems: readonly SystemFacts[], on: string): Ground | undefined {
  const isCertain = anyHolds(duty, incident)
  if (!isCertain && !mayBeSerious(duty, incident)) return undefined
  if (!duty.highRisk) {
    if (duty.from === undefined) return { force: 'plan', because: text('incidents:because.plan') }
    return { force: 'binding', because: text('incidents:because.personalData', { day: duty.from }) }
  }
  const ground = highRiskGround(duty, systems, on)
  return ground && !isCertain ? { force: 'depends', because: `${text('incidents:because.notJudged')} ${ground.because}` } : ground
}

function clockOf({ needed, sentAt }: NotificationFields, dueAt: string | null, now: Date): ClockState {
  if (sentAt !== null) return 'done'
  if (needed === 'no') return 'not-needed'
  if (dueAt === null) return 'no-clock'
  return new Date(dueAt) < now ? 'overdue' : 'running'
}

const pressing: readonly ClockState[] = ['overdue', 'running', 'no-clock', 'done', 'not-needed']

/**
 * The notification duties of an incident with their clocks, the most pressing first (AI Act Art. 20, 26(5) and 73, GDPR Art. 33 and 34,
 * controls A.3.3 and A.8.4). What was noted on a duty that does not follow any more stays in the list.
 */
export function dutiesOf(
  duties: readonly NotificationDuty[],
  incident: Incident,
  systems: readonly SystemFacts[],
  noted: ReadonlyMap<string, NotificationFields>,
  now: Date,
): IncidentDuty[] {
  const on = localDay(incident.awareAt === null ? now : new Date(incident.awareAt))
  const found = duties.flatMap((duty): IncidentDuty[] => {
    const fields = noted.get(duty.id)
    const ground = groundOf(duty, incident, systems, on)
    const kept = ground ?? (fields ? { force: 'depends' as const, because: text('incidents:because.noMore') } : undefined)
    if (!kept) return []
    const { id, title, what, articles, as, to, hours } = duty
    const dueAt =
      ground === undefined || hours === null || incident.awareAt === null
        ? null
        : new Date(Date.parse(incident.awareAt) + hours * hour).toISOString()
    const known = fields ?? nothingNoted
    return [{ id, title, what, articles, as, to, hours, ...kept, dueAt, clock: clockOf(known, dueAt, now), fields: known }]
  })
  return found.sort((a, b) => pressing.indexOf(a.clock) - pressing.indexOf(b.clock) || (a.dueAt ?? '').localeCompare(b.dueAt ?? '') || 0)
}
