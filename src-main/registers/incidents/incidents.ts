import { z } from 'zod'
import { loadDutyGuide } from '../../catalog/incident-duties.ts'
import { loadQuestionnaire } from '../../catalog/questionnaire.ts'
import { riskClass } from '../../contract/classification.ts'
import { FieldbookError } from '../../contract/errors.ts'
import {
  type IncidentDetails,
  type IncidentDuty,
  type NextClock,
  type NotificationFields,
  notificationFields,
} from '../../contract/incidents.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { fromListColumn } from '../../engagement/lists.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import { answersOfSystems, eventsOf, notificationsOf, systemsOf } from './queries.ts'
import { dutiesOf, type Incident, type SystemFacts } from './rules.ts'

/** The systems of each incident, with what their classification says. */
function readSystems(file: EngagementFile, ids: readonly string[]): Map<string, SystemFacts[]> {
  const rows = file.all(systemsOf(ids))
  const annex3 = systemsOfAnnex3(
    file,
    rows.map(({ id }) => id),
  )
  const facts = rows.map(({ incidentId, id, name, reference, role, riskClass: stored, duties }) => ({
    incidentId,
    name: `${reference} ${name}`.trim(),
    role,
    riskClass: riskClass.catch('unclassified').parse(stored),
    duties: fromListColumn(z.string(), duties ?? '[]'),
    isAnnex3: annex3.has(id),
  }))
  return Map.groupBy(facts, ({ incidentId }) => incidentId)
}

/** Systems with an answer that makes them high-risk by Annex III. */
function systemsOfAnnex3(file: EngagementFile, ids: readonly string[]): Set<string> {
  const deciding = new Set(
    loadQuestionnaire().questions.flatMap(({ id, options }) =>
      options.filter(({ findings }) => findings.includes('annex-3')).map((option) => `${id}/${option.id}`),
    ),
  )
  const answers = file.all(answersOfSystems(ids))
  const ofAnnex3 = answers.filter(({ question, value }) =>
    fromListColumn(z.string(), value).some((option) => deciding.has(`${question}/${option}`)),
  )
  return new Set(ofAnnex3.map(({ systemId }) => systemId))
}

function readNoted(file: EngagementFile, ids: readonly string[]): Map<string, Map<string, NotificationFields>> {
  const byIncident = Map.groupBy(file.all(notificationsOf(ids)), ({ incidentId }) => incidentId)
  return new Map([...byIncident].map(([id, rows]) => [id, new Map(rows.map(({ duty, ...row }) => [duty, notificationFields.parse(row)]))]))
}

/** The duties of these incidents, by incident. */
export function readDuties(file: EngagementFile, incidents: readonly Incident[], now: Date): Map<string, IncidentDuty[]> {
  const ids = incidents.map(({ id }) => id)
  const [systems, noted] = [readSystems(file, ids), readNoted(file, ids)]
  const { duties } = loadDutyGuide()
  return new Map(
    incidents.map((incident) => [
      incident.id,
      dutiesOf(duties, incident, systems.get(incident.id) ?? [], noted.get(incident.id) ?? new Map(), now),
    ]),
  )
}

/** One incident; fails with not-found where there is none of this id. */
export function readIncident(file: EngagementFile, id: string): Incident {
  const [incident] = readRegister(file, 'incidents', [id])
  if (!incident) throw new FieldbookError('not-found', { what: id })
  return incident
}

/** Timeline and duties of an incident. */
export function readDetails(file: EngagementFile, id: string, now: Date): IncidentDetails {
  const incident = readIncident(file, id)
  const events = file.all(eventsOf([id])).map((event) => ({ id: event.id, at: event.at, what: event.what, who: event.who }))
  return { id, events, duties: readDuties(file, [incident], now).get(id) ?? [] }
}

/** The next clock of each open incident that has one, the most pressing first. */
export function readClocks(file: EngagementFile, now: Date): NextClock[] {
  const open = readRegister(file, 'incidents').filter(({ state }) => state !== 'closed')
  const duties = readDuties(file, open, now)
  const clocks = open.flatMap(({ id, reference, title }): NextClock[] => {
    const next = duties.get(id)?.find(({ clock }) => clock === 'overdue' || clock === 'running')
    if (!next || next.dueAt === null) return []
    const { title: duty, dueAt, force } = next
    return [{ incidentId: id, reference, title, duty, dueAt, isOverdue: next.clock === 'overdue', force }]
  })
  return clocks.sort((a, b) => a.dueAt.localeCompare(b.dueAt))
}

/** What the dashboard says of incidents. */
export function summarize(file: EngagementFile, now: Date) {
  const open = readRegister(file, 'incidents').filter(({ state }) => state !== 'closed')
  const clocks = readClocks(file, now)
  const isEvent = ({ kind }: Incident) => kind === 'incident' || kind === 'malfunction'
  return {
    open: open.length,
    notJudged: open.filter((incident) => isEvent(incident) && incident.serious === 'not-judged').length,
    overdueClocks: clocks.filter(({ isOverdue }) => isOverdue).length,
    next: clocks[0] ?? null,
  }
}
