import { localDay } from '../../contract/days.ts'
import type { IncidentDuty, IncidentEvent } from '../../contract/incidents.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { readEntry } from '../../engagement/registers/entries.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { text } from '../../language/text.ts'
import type { ReportHead } from '../../report/head.ts'
import type { Details, Section, Tone } from '../../report/model.ts'
import { detailsOf } from '../report.ts'
import { readDetails, readIncident } from './incidents.ts'
import type { Incident } from './rules.ts'

const written = (moment: string | null) => (moment === null ? '' : moment.replace('T', ' ').slice(0, 16))
const column = (id: string, width: number) => ({ id, title: text(`incidents:report.columns.${id}`), width })
const clockTones: Record<IncidentDuty['clock'], Tone> = {
  done: 'good',
  'not-needed': 'neutral',
  overdue: 'poor',
  running: 'fair',
  'no-clock': 'neutral',
}

/** The incident that was asked for, or the newest. */
function chosen(file: EngagementFile, recordId: string | undefined): Incident | undefined {
  if (recordId !== undefined) return readIncident(file, recordId)
  const incidents = readRegister(file, 'incidents')
  const when = ({ awareAt, occurredAt, createdAt }: Incident) => awareAt ?? occurredAt ?? createdAt
  return incidents.toSorted((a, b) => when(b).localeCompare(when(a)))[0]
}

/** One incident: what is known, timeline, notification duties with their terms, cause and lessons (controls A.3.3 and A.8.4, clause 10.2). */
export const incidentReport: ReportMaker = {
  head: (file, { recordId }, today) => head(chosen(file, recordId), today),
  sections(file, { recordId }, today) {
    const incident = chosen(file, recordId)
    if (!incident) return [{ id: 'facts', title: text('incidents:report.facts'), blocks: [paragraph('incidents:report.none')] }]
    // A report of a day tells the clocks as they stand at its beginning, or as they do now on the day itself.
    const now = new Date()
    const at = localDay(now) === today ? now : new Date(today)
    const { events, duties } = readDetails(file, incident.id, at)
    const { known, learnt } = facts(file, incident)
    return [...known, timeline(events), dutiesSection(duties), ...learnt]
  },
}

const paragraph = (key: string) => ({ kind: 'paragraph' as const, runs: [{ text: text(key) }] })

function head(incident: Incident | undefined, today: string): ReportHead {
  const key = incident === undefined ? 'none' : incident.state === 'closed' ? 'closed' : 'open'
  const { reference = '', title = '' } = incident ?? {}
  return {
    report: 'incident',
    title: text('incidents:report.title'),
    subtitle: incident ? text('incidents:report.subtitle', { reference, title }) : text('incidents:report.none'),
    documentId: incident ? `${text('incidents:report.documentId')}-${reference}` : text('incidents:report.documentId'),
    version: today,
    status: text(`incidents:report.status.${key}`),
    isReady: key === 'closed',
    date: today,
  }
}

/** The entry's fields in two parts: what is known first, then cause and lessons. */
function facts(file: EngagementFile, incident: Incident): { known: Section[]; learnt: Section[] } {
  const all = detailsOf(file, 'incidents', readEntry(file, 'incidents', incident.id))
  const labels = ['containment', 'cause', 'lessons'].map((field) => text(`register-incidents:fields.${field}`))
  const part = (of: Details['items'], id: string, title: string): Section[] =>
    of.length === 0 ? [] : [{ id, title, blocks: [{ ...all, id: `${all.id}-${id}`, items: of }] }]
  const [learnt, known] = [true, false].map((isLearnt) => all.items.filter(({ label }) => labels.includes(label) === isLearnt))
  return {
    known: part(known ?? [], 'facts', text('incidents:report.facts')),
    learnt: part(learnt ?? [], 'cause', text('incidents:report.cause')),
  }
}

function timeline(events: readonly IncidentEvent[]): Section {
  const title = text('incidents:report.timeline')
  const rows = events.map(({ id, at, what, who }) => ({ id, cells: [{ text: written(at) }, { text: what }, { text: who }] }))
  const columns = [column('at', 18), column('what', 60), column('who', 22)]
  return {
    id: 'timeline',
    title,
    blocks: [{ kind: 'table', id: 'timeline', title, columns, rows, empty: text('incidents:report.timelineEmpty') }],
  }
}

function dutiesSection(duties: readonly IncidentDuty[]): Section {
  const title = text('incidents:report.duties')
  const rows = duties.map(({ id, title: duty, articles, force, because, dueAt, clock, fields }) => ({
    id,
    cells: [
      { text: duty, strong: true },
      { text: articles.join(', ') },
      { text: `${text(`incidents:force.${force}`)}. ${because}` },
      { text: written(dueAt) },
      { text: text(`incidents:clock.${clock}`), tone: clockTones[clock] },
      { text: written(fields.sentAt) },
      { text: fields.recipient },
      { text: fields.reason },
    ],
  }))
  const columns = [
    column('duty', 22),
    column('articles', 12),
    column('force', 28),
    column('due', 13),
    column('state', 11),
    column('sent', 13),
    column('recipient', 16),
    column('reason', 20),
  ]
  const table = { kind: 'table' as const, id: 'duties', title, columns, rows, empty: text('incidents:report.dutiesEmpty') }
  return { id: 'duties', title, landscape: true, blocks: [paragraph('incidents:report.dutiesNote'), table] }
}
