import type { Gathered, ReviewInput } from '../../contract/reviews.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { isOverdue, readEntries, readRegister, tableOf } from '../../engagement/registers/read.ts'
import { text } from '../../language/text.ts'
import { assessments, findingCounts, lastChanges, newestReadings, openRisks } from './queries.ts'

/** What an input is gathered from: the file, the day of the review before (null where there is none), and today; days are ISO 8601. */
interface Source {
  file: EngagementFile
  since: string | null
  today: string
}

type Point = Gathered['points'][number]
interface Figure {
  name: string
  value: number
  isBad?: boolean
}

/** Points beyond these are counted: minutes are read by people. */
const mostPoints = 6

function gather(input: ReviewInput, figures: Figure[], points: Point[]): Gathered {
  const values = Object.fromEntries(figures.map(({ name, value }) => [name, value]))
  return {
    sentence: text(`register-reviews:gather.${input}`, values),
    figures: figures.map(({ name, value, isBad = false }) => ({ label: text(`register-reviews:figure.${name}`), value, isBad })),
    points: points.slice(0, mostPoints),
    more: Math.max(0, points.length - mostPoints),
  }
}

const isPast = (day: string | null, today: string) => day !== null && day < today
const said = (key: string, values: Record<string, string | number>) => text(`register-reviews:point.${key}`, values)

/** Status of actions from earlier reviews, and of all others (clause 9.3.2 a). */
function actions({ file, today }: Source): Gathered {
  const all = readRegister(file, 'actions')
  const open = all.filter(({ state }) => state === 'open' || state === 'under-way')
  const overdue = open.filter(({ dueDate }) => isPast(dueDate, today))
  return gather(
    'actions',
    [
      { name: 'open', value: open.length },
      { name: 'overdue', value: overdue.length, isBad: true },
      { name: 'done', value: all.filter(({ state }) => state === 'done').length },
    ],
    overdue.map(({ id, reference, title, owner, dueDate }) => ({
      text: said('overdue', { reference, title, owner, day: dueDate ?? '' }),
      kind: 'actions',
      id,
    })),
  )
}

/** Entries of a register that are new or were changed since the review before (clauses 9.3.2 b and c). */
function changed({ file, since, today }: Source, register: 'issues' | 'parties'): Gathered {
  const on = new Map(file.all(lastChanges(tableOf(register))).map((row) => [row.id, row.on]))
  const entries = readEntries(file, register)
  const recent = since === null ? entries : entries.filter(({ id }) => (on.get(id) ?? '') >= since)
  return gather(
    register,
    [
      { name: 'entries', value: entries.length },
      { name: 'changed', value: recent.length },
      { name: 'reviewOverdue', value: entries.filter(({ fields }) => isOverdue(register, fields, today)).length, isBad: true },
    ],
    recent.map(({ id, fields }) => ({ text: `${fields.reference} ${fields.title}`, kind: register, id })),
  )
}

function nonconformities({ file, today }: Source): Gathered {
  const all = readRegister(file, 'nonconformities')
  const open = all.filter(({ state }) => state !== 'closed')
  return gather(
    'nonconformities',
    [
      { name: 'open', value: open.length },
      { name: 'major', value: open.filter(({ grade }) => grade === 'major').length, isBad: true },
      { name: 'overdue', value: open.filter(({ dueDate }) => isPast(dueDate, today)).length, isBad: true },
      { name: 'verified', value: all.filter(({ effective }) => effective === 'yes').length },
    ],
    open.map(({ id, reference, title, state }) => ({
      text: said('state', { reference, title, state: text(`register-nonconformities:state.${state}`) }),
      kind: 'nonconformities',
      id,
    })),
  )
}

function measurements({ file, today }: Source): Gathered {
  const active = readRegister(file, 'measures').filter(({ state }) => state === 'active')
  const newest = new Map(file.all(newestReadings).map((reading) => [reading.measureId, reading]))
  const alerts = active.filter(({ id, alertBelow, alertAbove }) => {
    const value = newest.get(id)?.value
    return value !== undefined && ((alertBelow !== null && value < alertBelow) || (alertAbove !== null && value > alertAbove))
  })
  return gather(
    'measurements',
    [
      { name: 'measures', value: active.length },
      { name: 'withReading', value: active.filter(({ id }) => newest.has(id)).length },
      { name: 'alerts', value: alerts.length, isBad: true },
      { name: 'overdue', value: active.filter(({ nextOn }) => isPast(nextOn, today)).length, isBad: true },
    ],
    alerts.map(({ id, reference, title, unit }) => ({
      text: said('reading', { reference, title, value: newest.get(id)?.value ?? 0, unit, day: newest.get(id)?.day ?? '' }),
      kind: 'measures',
      id,
    })),
  )
}

function audits({ file, today }: Source): Gathered {
  const all = readRegister(file, 'audits').filter(({ state }) => state !== 'cancelled')
  const counts = new Map(file.all(findingCounts).map((count) => [count.auditId, count]))
  const held = all.filter(({ state }) => state === 'held' || state === 'reported')
  return gather(
    'audits',
    [
      { name: 'held', value: held.length },
      { name: 'findings', value: held.reduce((sum, { id }) => sum + (counts.get(id)?.findings ?? 0), 0), isBad: true },
      { name: 'planned', value: all.length - held.length },
      { name: 'overdue', value: all.filter((audit) => !held.includes(audit) && isPast(audit.plannedOn, today)).length, isBad: true },
    ],
    held.map(({ id, reference, title, heldOn }) => ({
      text: said('audit', {
        reference,
        title,
        day: heldOn ?? '',
        items: counts.get(id)?.answered ?? 0,
        findings: counts.get(id)?.findings ?? 0,
      }),
      kind: 'audits',
      id,
    })),
  )
}

function objectives({ file, today }: Source): Gathered {
  const all = readRegister(file, 'objectives').filter(({ state }) => state !== 'dropped')
  const of = (...states: string[]) => all.filter(({ state }) => states.includes(state))
  return gather(
    'objectives',
    [
      { name: 'objectives', value: all.length },
      { name: 'met', value: of('met').length },
      { name: 'atRisk', value: of('at-risk').length, isBad: true },
      { name: 'overdue', value: all.filter(({ state, dueDate }) => state !== 'met' && isPast(dueDate, today)).length, isBad: true },
    ],
    of('at-risk').map(({ id, reference, title }) => ({ text: `${reference} ${title}`, kind: 'objectives', id })),
  )
}

function risks({ file, today }: Source): Gathered {
  const open = file.all(openRisks)
  const untreated = open.filter(({ treatment }) => treatment === null)
  const late = open.filter(
    ({ treatment, treatmentStatus, treatmentDue }) => treatment !== null && treatmentStatus !== 'done' && isPast(treatmentDue, today),
  )
  return gather(
    'risks',
    [
      { name: 'openRisks', value: open.length },
      { name: 'untreated', value: untreated.length, isBad: true },
      { name: 'treatmentLate', value: late.length, isBad: true },
      { name: 'notRated', value: open.filter(({ currentLikelihood }) => currentLikelihood === null).length, isBad: true },
    ],
    [...late, ...untreated].map(({ id, reference, title }) => ({ text: `${reference} ${title}`, kind: 'risk', id })),
  )
}

function impacts({ file, today }: Source): Gathered {
  const all = file.all(assessments).filter(({ triage }) => triage !== 'not-needed')
  const isApproved = ({ versions }: { versions: number | null }) => (versions ?? 0) > 0
  const open = all.filter((assessment) => !isApproved(assessment))
  return gather(
    'impacts',
    [
      { name: 'assessments', value: all.length },
      { name: 'approved', value: all.length - open.length },
      { name: 'notApproved', value: open.length, isBad: true },
      { name: 'reviewOverdue', value: all.filter(({ reviewDate }) => isPast(reviewDate, today)).length, isBad: true },
    ],
    open.map(({ id, systemName, title }) => ({ text: `${systemName}: ${title}`, kind: 'assessment', id })),
  )
}

function incidents({ file, since }: Source): Gathered {
  const all = readRegister(file, 'incidents')
  const recent = since === null ? all : all.filter(({ occurredAt, createdAt }) => (occurredAt ?? createdAt) >= since)
  const open = all.filter(({ state }) => state !== 'closed')
  return gather(
    'incidents',
    [
      { name: 'new', value: recent.length },
      { name: 'serious', value: all.filter(({ serious }) => serious !== 'no' && serious !== 'not-judged').length, isBad: true },
      { name: 'open', value: open.length, isBad: true },
    ],
    open.map(({ id, reference, title }) => ({ text: `${reference} ${title}`, kind: 'incidents', id })),
  )
}

/** Opportunities: observations of audits, and changes that were proposed (clauses 9.3.2 and 10.1). */
function opportunities({ file }: Source): Gathered {
  const observations = readRegister(file, 'nonconformities').filter(({ grade, state }) => grade === 'observation' && state !== 'closed')
  const proposed = readRegister(file, 'changes').filter(({ state }) => state === 'proposed')
  return gather(
    'opportunities',
    [
      { name: 'observations', value: observations.length },
      { name: 'proposed', value: proposed.length },
    ],
    [
      ...observations.map(({ id, reference, title }): Point => ({ text: `${reference} ${title}`, kind: 'nonconformities', id })),
      ...proposed.map(({ id, reference, title }): Point => ({ text: `${reference} ${title}`, kind: 'changes', id })),
    ],
  )
}

const gatherers: Record<ReviewInput, (source: Source) => Gathered> = {
  actions,
  issues: (source) => changed(source, 'issues'),
  parties: (source) => changed(source, 'parties'),
  nonconformities,
  measurements,
  audits,
  objectives,
  risks,
  impacts,
  incidents,
  opportunities,
}

/** What the engagement says for an input of the review today (clause 9.3.2). */
export const gatherInput = (input: ReviewInput, source: Source): Gathered => gatherers[input](source)
