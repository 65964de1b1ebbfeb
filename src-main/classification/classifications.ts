import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { loadQuestionnaire } from '../catalog/questionnaire.ts'
import { type Answer, type Classification, type ClassificationFields, noneOfThese, type Question } from '../contract/classification.ts'
import { FieldbookError } from '../contract/errors.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { fromListColumn, toListColumn } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { answerOf, answersOf, classificationOf, systemOfClassification } from './queries.ts'
import { type Answers, decide } from './rules.ts'

interface AnswerRow {
  id: string
  question: string
  value: string
  reason: string
}

export const toAnswer = ({ id, question, value, reason }: AnswerRow): Answer => ({
  id,
  question,
  value: fromListColumn(z.string(), value),
  reason,
})

export const byQuestion = (answers: readonly Answer[]): Answers => new Map(answers.map(({ question, value }) => [question, value]))

/** Everything on the classification of one AI system; fails with not-found where there is no such system. */
export function readClassification(file: EngagementFile, systemId: string): Classification {
  const system = file.one(systemOfClassification(systemId), systemId)
  const row = file.first(classificationOf(systemId))
  const answers = file.all(answersOf(systemId)).map(toAnswer)
  const { asked, ...outcome } = decide(loadQuestionnaire(), byQuestion(answers))
  const isOpen = (question: string) => !answers.some((answer) => answer.question === question && answer.value.length > 0)
  return {
    id: systemId,
    systemName: system.name,
    record: row?.id ?? null,
    riskClass: outcome.riskClass,
    classifiedBy: row?.classifiedBy ?? '',
    classifiedOn: row?.classifiedOn ?? null,
    reviewDate: row?.reviewDate ?? null,
    notes: row?.notes ?? '',
    answers,
    asked,
    proposed: system.role && isOpen('role') ? [{ question: 'role', value: [system.role] }] : [],
    outcome,
  }
}

const invalid = (key: string, values: Record<string, string>) =>
  new FieldbookError('invalid-input', { reason: text(`classification:refused.${key}`, values) })

function findQuestion(id: string): Question {
  const question = loadQuestionnaire().questions.find((candidate) => candidate.id === id)
  if (!question) throw invalid('question', { question: id })
  return question
}

/** Fails with invalid-input where the question does not have such an answer. */
function checkValue({ id, kind, options }: Question, value: readonly string[]): void {
  const unknown = value.find((option) => !options.some((known) => known.id === option))
  if (unknown !== undefined) throw invalid('option', { question: id, option: unknown })
  if (kind === 'one' && value.length > 1) throw invalid('onlyOne', { question: id })
  if (value.length > 1 && value.includes(noneOfThese)) throw invalid('noneAlone', { question: id })
}

export interface GivenAnswer {
  question: string
  /** An empty list takes the answer back; left out: as it is. */
  value?: readonly string[] | undefined
  reason?: string | undefined
}

/**
 * Answers a question, or changes the reason, as one change, together with the class and duties that follow. Fails with conflict where
 * the question is not asked with the answers so far; what is there already can always be taken back.
 */
export function answerQuestion(file: EngagementFile, systemId: string, given: GivenAnswer): void {
  const { systemName } = readClassification(file, systemId)
  const question = findQuestion(given.question)
  const kind = given.value ? (given.value.length === 0 ? 'takenBack' : 'answered') : 'reason'
  file.write(text(`classification:history.${kind}`, { question: question.short, name: systemName }), () => {
    saveAnswer(file, systemId, question, given)
    saveOutcome(file, systemId)
  })
}

/** Answers questions one after the other and signs, in one change of which this is a part. Call inside write(). */
export function answerAll(file: EngagementFile, systemId: string, given: GivenAnswer[], fields: Partial<ClassificationFields>): void {
  for (const answer of given) saveAnswer(file, systemId, findQuestion(answer.question), answer)
  saveOutcome(file, systemId)
  saveFields(file, systemId, fields)
}

/** Checks and writes one answer. Call inside write(). */
function saveAnswer(file: EngagementFile, systemId: string, question: Question, { value, reason }: GivenAnswer): void {
  checkValue(question, value ?? [])
  if (value && value.length > 0 && !readClassification(file, systemId).asked.includes(question.id))
    throw new FieldbookError('conflict', { reason: text('classification:refused.notAsked', { question: question.short }) })
  const known = file.first(answerOf(systemId, question.id))
  const next = { value: value ? toListColumn(value) : (known?.value ?? '[]'), reason: reason ?? known?.reason ?? '' }
  const isEmpty = next.value === '[]' && next.reason === ''
  if (known && isEmpty) file.run(database.deleteFrom('classificationAnswer').where('id', '=', known.id))
  else if (known) file.run(database.updateTable('classificationAnswer').set(next).where('id', '=', known.id))
  else if (!isEmpty) file.run(database.insertInto('classificationAnswer').values({ id: uuid(), systemId, question: question.id, ...next }))
}

/** Writes class and duties as the answers in the file have them. Call inside write(). */
function saveOutcome(file: EngagementFile, systemId: string): void {
  const { outcome } = readClassification(file, systemId)
  saveFields(file, systemId, { riskClass: outcome.riskClass, duties: toListColumn(outcome.duties.map(({ id }) => id)) })
}

type Columns = Partial<ClassificationFields> & { riskClass?: Classification['riskClass']; duties?: string }

function saveFields(file: EngagementFile, systemId: string, fields: Columns): void {
  const known = file.first(classificationOf(systemId))
  if (known) file.run(database.updateTable('classification').set(fields).where('id', '=', known.id))
  else file.run(database.insertInto('classification').values({ id: uuid(), systemId, ...fields }))
}

/** Notes who classified the system, when, and when to look again, as one change. */
export function signClassification(file: EngagementFile, systemId: string, fields: Partial<ClassificationFields>): void {
  const { systemName } = readClassification(file, systemId)
  if (Object.keys(fields).length === 0) return
  file.write(text('classification:history.signed', { name: systemName }), () => saveFields(file, systemId, fields))
}

/** Takes back every answer and the sign-off, as one change. */
export function resetClassification(file: EngagementFile, systemId: string): void {
  const { systemName } = readClassification(file, systemId)
  file.write(text('classification:history.reset', { name: systemName }), () => {
    file.run(database.deleteFrom('classificationAnswer').where('systemId', '=', systemId))
    file.run(database.deleteFrom('classification').where('systemId', '=', systemId))
  })
}
