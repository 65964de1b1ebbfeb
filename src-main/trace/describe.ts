import { sql } from 'kysely'
import { duties } from '../catalog/duties.ts'
import { assessables, loadCatalog } from '../catalog/load.ts'
import { riskLevelOf } from '../catalog/risk-level.ts'
import { type RiskClass, riskClass } from '../contract/classification.ts'
import { type Conformity, conformity } from '../contract/gap.ts'
import type { AssessmentRow } from '../contract/impact.ts'
import type { RiskLevel } from '../contract/risk.ts'
import type { DecisionFields } from '../contract/soa.ts'
import type { TraceKind, TraceNode } from '../contract/trace.ts'
import { stateOf, withNewestVersion } from '../engagement/assessments.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { readAcceptance } from '../engagement/queries.ts'
import { text } from '../language/text.ts'
import { gaps, newestRound } from './links.ts'
import { describeRecords } from './records.ts'

/** Only a record belongs to a register. */
type Described = Omit<TraceNode, 'distance'>
type Tone = TraceNode['tone']

/** Items by their ids, each with its state on a day (ISO 8601) in words; ids that there are not are left out. */
export const describe = (file: EngagementFile, kind: TraceKind, ids: readonly string[], today: string): Described[] =>
  ids.length === 0 ? [] : describers[kind](file, ids, today).map((item) => ({ kind, register: null, ...item }))

type Describer = (
  file: EngagementFile,
  ids: readonly string[],
  today: string,
) => (Omit<Described, 'kind' | 'register'> & Partial<Pick<Described, 'register'>>)[]

const describers: Record<TraceKind, Describer> = {
  system: describeSystems,
  duty: describeDuties,
  assessment: describeAssessments,
  risk: describeRisks,
  control: describeControls,
  requirement: describeClauses,
  finding: describeFindings,
  record: describeRecords,
}

const classTone: Record<RiskClass, Tone> = {
  unclassified: 'neutral',
  'not-an-ai-system': 'neutral',
  'out-of-scope': 'neutral',
  prohibited: 'poor',
  'high-risk': 'fair',
  transparency: 'info',
  minimal: 'good',
}

function describeSystems(file: EngagementFile, ids: readonly string[]) {
  const rows = file.all(
    database
      .selectFrom('aiSystem')
      .leftJoin('classification', 'classification.systemId', 'aiSystem.id')
      .select(['aiSystem.id', 'name', 'reference', 'riskClass'])
      .where('aiSystem.id', 'in', listed(ids)),
  )
  return rows.map(({ id, name, reference, riskClass: stored }) => {
    const known = riskClass.parse(stored ?? 'unclassified')
    return { id, code: reference, title: name, state: text(`classification:riskClass.${known}`), tone: classTone[known] }
  })
}

function describeDuties(file: EngagementFile, ids: readonly string[]) {
  const counts = file.all(
    database
      .selectFrom('classification')
      .innerJoin(sql<{ value: string }>`json_each(duties)`.as('duty'), (join) => join.onTrue())
      .select(({ fn }) => ['duty.value as id', fn.countAll<number>().as('count')])
      .where('duty.value', 'in', listed(ids))
      .groupBy('duty.value'),
  )
  const countOf = new Map(counts.map(({ id, count }) => [id, count]))
  return ids.flatMap((id) => {
    const duty = duties().get(id)
    const count = countOf.get(id) ?? 0
    // A duty that binds nobody here is a text of the Act, and nothing of the engagement.
    if (!duty || count === 0) return []
    return { id, code: duty.articles.join(', '), title: duty.title, state: text('trace:dutyState', { count }), tone: 'info' as const }
  })
}

const assessmentTone: Record<AssessmentRow['state'], Tone> = {
  triage: 'fair',
  draft: 'fair',
  approved: 'good',
  changed: 'fair',
  overdue: 'poor',
  'not-needed': 'neutral',
}

function describeAssessments(file: EngagementFile, ids: readonly string[], today: string) {
  const rows = file.all(withNewestVersion.select(['a.id', 'a.title', 'a.triage', 'a.reviewDate']).where('a.id', 'in', listed(ids)))
  return rows.map(({ id, title, changedSince, ...standing }) => {
    const state = stateOf({ ...standing, changedSince: changedSince === 1 }, today)
    return { id, code: '', title, state: text(`impact:state.${state}`), tone: assessmentTone[state] }
  })
}

const levelTone: Record<RiskLevel, Tone> = { open: 'neutral', low: 'good', medium: 'fair', high: 'poor' }

function describeRisks(file: EngagementFile, ids: readonly string[]) {
  const acceptance = readAcceptance(file)
  const rows = file.all(
    database
      .selectFrom('risk')
      .select(['id', 'reference', 'title', 'state', 'currentLikelihood', 'currentConsequence'])
      .where('id', 'in', listed(ids)),
  )
  return rows.map(({ id, reference, title, state, currentLikelihood, currentConsequence }) => {
    const level = riskLevelOf(acceptance, currentLikelihood, currentConsequence)
    if (state === 'closed') return { id, code: reference, title, state: text('trace:riskState.closed'), tone: 'neutral' as const }
    return { id, code: reference, title, state: text(`trace:riskState.${level}`), tone: levelTone[level] }
  })
}

const statusTone: Record<DecisionFields['status'], Tone> = {
  'not-started': 'poor',
  planned: 'fair',
  partly: 'fair',
  implemented: 'good',
  verified: 'good',
}

function describeControls(file: EngagementFile, ids: readonly string[]) {
  const rows = file.all(
    database
      .selectFrom('soaDecision')
      .leftJoin('customControl', 'customControl.code', 'soaDecision.code')
      .select(['soaDecision.code', 'title', 'applicability', 'status'])
      .where('soaDecision.code', 'in', listed(ids)),
  )
  return rows.map(({ code, title, applicability, status }) => {
    const about = { id: code, code, title: title ?? assessables().get(code)?.title ?? '' }
    if (applicability === 'applicable') return { ...about, state: text(`soa:status.${status}`), tone: statusTone[status] }
    return { ...about, state: text(`soa:applicability.${applicability}`), tone: applicability === 'excluded' ? 'neutral' : 'fair' } as const
  })
}

const conformityTone: Record<Conformity, Tone> = {
  'not-assessed': 'neutral',
  conforms: 'good',
  partly: 'fair',
  'does-not-conform': 'poor',
  'not-applicable': 'neutral',
}
/** The worst first: a clause is judged by it. */
const worst: Conformity[] = ['does-not-conform', 'partly', 'not-assessed', 'conforms', 'not-applicable']

function describeClauses(file: EngagementFile, ids: readonly string[]) {
  const { clauses, requirements } = loadCatalog()
  const judged = new Map(
    file
      .all(database.selectFrom('judgement').select(['itemId', 'conformity']).where('roundId', '=', newestRound))
      .map((row) => [row.itemId, row.conformity]),
  )
  return clauses
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => {
      const states = requirements.filter(({ clause }) => clause === id).map((requirement) => judged.get(requirement.id) ?? 'not-assessed')
      const state = worst.find((each) => states.includes(each)) ?? 'not-assessed'
      return { id, code: id, title, state: text(`gap:conformity.${state}`), tone: conformityTone[state] }
    })
}

function describeFindings(file: EngagementFile, ids: readonly string[]) {
  return file.all(gaps.where('itemId', 'in', listed(ids))).map(({ itemId, conformity: stored }) => {
    const state = conformity.parse(stored)
    const title = assessables().get(itemId)?.title ?? ''
    return { id: itemId, code: itemId, title, state: text(`gap:conformity.${state}`), tone: conformityTone[state] }
  })
}
