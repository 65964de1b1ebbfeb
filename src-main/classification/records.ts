import { loadQuestionnaire } from '../catalog/questionnaire.ts'
import type { Answer, DutyRole, Outcome, Question, RiskClass } from '../contract/classification.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { byQuestion, toAnswer } from './classifications.ts'
import { answersAmong, classifiedSystems } from './queries.ts'
import { chosenOptions, decide } from './rules.ts'

/** A question of the record with its answer in words; an open one has none. */
export interface RecordedAnswer {
  question: Question
  labels: string[]
  articles: string[]
  reason: string
}

/** What the decision record says of one system. */
export interface DecisionRecord {
  id: string
  name: string
  reference: string
  purpose: string
  owner: string
  classifiedBy: string
  classifiedOn: string | null
  reviewDate: string | null
  notes: string
  riskClass: RiskClass
  roles: DutyRole[]
  outcome: Outcome
  answers: RecordedAnswer[]
}

/** The records of these systems, by name, or of every system that has a class; fails with not-found where one of them has no record. */
export function readRecords(file: EngagementFile, systemIds: readonly string[] | undefined): DecisionRecord[] {
  const wanted = systemIds && new Set(systemIds)
  const rows = file
    .all(classifiedSystems)
    .filter(({ id, riskClass, lifeCycleStage }) => (wanted ? wanted.has(id) : riskClass !== 'unclassified' && lifeCycleStage !== 'retired'))
  const missing = systemIds?.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new FieldbookError('not-found', { what: missing })
  const answers = Map.groupBy(file.all(answersAmong(rows.map(({ id }) => id))), ({ systemId }) => systemId)
  const questions = new Map(loadQuestionnaire().questions.map((question) => [question.id, question]))
  return rows.map((row) => {
    const given = (answers.get(row.id) ?? []).map(toAnswer)
    const { asked, ...outcome } = decide(loadQuestionnaire(), byQuestion(given))
    const ofRecord = asked.flatMap((id) => questions.get(id) ?? []).map((question) => recorded(question, given))
    return { ...row, riskClass: outcome.riskClass, roles: outcome.roles, outcome, answers: ofRecord }
  })
}

function recorded(question: Question, given: readonly Answer[]): RecordedAnswer {
  const chosen = chosenOptions(question, byQuestion(given))
  return {
    question,
    labels: chosen.map(({ label }) => label),
    articles: [...new Set(chosen.length === 0 ? [question.article] : chosen.map(({ article }) => article ?? question.article))],
    reason: given.find((answer) => answer.question === question.id)?.reason ?? '',
  }
}
