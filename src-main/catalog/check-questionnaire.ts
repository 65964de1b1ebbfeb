import type { Catalog } from '../contract/catalog.ts'
import {
  type Condition,
  type Finding,
  findings,
  noneOfThese,
  type Question,
  type Questionnaire,
  questionnaire as questionnaireSchema,
} from '../contract/classification.ts'
import { repeated } from './repeated.ts'

/**
 * Says what is wrong with a questionnaire: shape, identifiers that are not unique, references that lead nowhere or to a later question,
 * answers that make no difference, findings that nothing gives or nothing uses, dates whose duties are not clear, texts in the manner of the law.
 */
export function checkQuestionnaire(questionnaire: Questionnaire, catalog: Catalog): string[] {
  const shape = questionnaireSchema.safeParse(questionnaire)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return [
    ...checkIdentifiers(questionnaire),
    ...checkConditions(questionnaire),
    ...checkOptions(questionnaire),
    ...checkFindings(questionnaire),
    ...checkDuties(questionnaire, catalog),
    ...checkDates(questionnaire),
    ...checkTexts(questionnaire),
  ]
}

function checkIdentifiers({ questions, duties }: Questionnaire): string[] {
  return [
    ...repeated(questions.map(({ id }) => id)).map((id) => `${id}: two questions have this identifier`),
    ...repeated(duties.map(({ id }) => id)).map((id) => `${id}: two duties have this identifier`),
    ...questions.flatMap(({ id, options }) =>
      repeated(options.map((option) => option.id)).map((option) => `${id}: two answers are called ${option}`),
    ),
  ]
}

const conditionsOf = (alternatives: Condition[][]): Condition[] => alternatives.flat()
const namedOptions = (each: Condition): string[] => ('anyOf' in each ? each.anyOf : 'noneOf' in each ? each.noneOf : [])

/** Every condition of questions and duties, with who has it and which questions it may refer to. */
function allConditions({ questions, duties }: Questionnaire): { of: string; each: Condition; earlier: Question[] }[] {
  return [
    ...questions.flatMap(({ id, when }, index) =>
      conditionsOf(when).map((each) => ({ of: `question ${id}`, each, earlier: questions.slice(0, index) })),
    ),
    ...duties.flatMap(({ id, when, dates }) =>
      [when, ...dates.map((date) => date.when)].flatMap(conditionsOf).map((each) => ({ of: `duty ${id}`, each, earlier: questions })),
    ),
  ]
}

function checkConditions(questionnaire: Questionnaire): string[] {
  return allConditions(questionnaire).flatMap(({ of, each, earlier }) => {
    if (!('question' in each)) return []
    const question = earlier.find(({ id }) => id === each.question)
    if (!question) return [`${of}: there is no earlier question ${each.question}`]
    const options = new Set(question.options.map(({ id }) => id))
    return namedOptions(each)
      .filter((option) => !options.has(option))
      .map((option) => `${of}: ${each.question} has no answer ${option}`)
  })
}

/** Two answers of a question that nothing tells apart are one answer. */
function checkOptions(questionnaire: Questionnaire): string[] {
  const conditions = allConditions(questionnaire).map(({ each }) => each)
  return questionnaire.questions.flatMap((question) => {
    const named = new Set(conditions.flatMap((each) => ('question' in each && each.question === question.id ? namedOptions(each) : [])))
    const unused = question.options.filter(
      ({ id, findings: given, ends, concludes, article }) =>
        !named.has(id) && given.length === 0 && ends === undefined && concludes === undefined && article === undefined,
    )
    const lonely = question.kind === 'one' ? [] : question.options.filter(({ id, ends }) => ends !== undefined && id !== noneOfThese)
    return [
      ...(unused.length > 1 ? [`${question.id}: nothing tells ${unused.map(({ id }) => id).join(' and ')} apart`] : []),
      ...lonely.map(({ id }) => `${question.id}: ${id} ends the questionnaire, so it cannot be one of many`),
    ]
  })
}

function checkFindings(questionnaire: Questionnaire): string[] {
  const given = new Set(questionnaire.questions.flatMap(({ options }) => options.flatMap((option) => option.findings)))
  const used = new Set<Finding>(
    allConditions(questionnaire).flatMap(({ each }) =>
      'findings' in each ? each.findings : 'withoutFindings' in each ? each.withoutFindings : [],
    ),
  )
  return [
    ...findings.filter((finding) => !given.has(finding)).map((finding) => `no answer gives the finding ${finding}`),
    ...findings.filter((finding) => !used.has(finding)).map((finding) => `nothing uses the finding ${finding}`),
  ]
}

function checkDuties({ duties }: Questionnaire, catalog: Catalog): string[] {
  const controls = new Set(catalog.controls.map(({ id }) => id))
  const clauses = new Set(catalog.clauses.map(({ id }) => id))
  return duties.flatMap((duty) => [
    ...duty.controls.filter((control) => !controls.has(control)).map((control) => `duty ${duty.id}: there is no control ${control}`),
    ...duty.clauses.filter((clause) => !clauses.has(clause)).map((clause) => `duty ${duty.id}: there is no clause ${clause}`),
    ...(duty.dates.at(-1)?.when.length === 0 ? [] : [`duty ${duty.id}: its last date has conditions, so it may have no date`]),
  ])
}

/** A day on which two dates of the Act fall tells for each which duties it is about, and means a duty that begins that day. */
function checkDates({ dates, duties }: Questionnaire): string[] {
  const begins = (id: string, date: string) => duties.some((duty) => duty.id === id && duty.dates.some((each) => each.date === date))
  const shared = new Set(repeated(dates.map(({ date }) => date)))
  return dates.flatMap(({ date, what, duties: named }) => [
    ...(shared.has(date) && !named ? [`date ${date}: which duties belong to “${what}”?`] : []),
    ...(named ?? []).filter((id) => !begins(id, date)).map((id) => `date ${date}: no duty ${id} begins then`),
  ])
}

function checkTexts({ questions, duties, dates }: Questionnaire): string[] {
  const texts = [
    ...questions.flatMap(({ text, help, options }) => [
      text,
      help,
      ...options.flatMap((option) => [option.label, option.help, option.concludes ?? '']),
    ]),
    ...duties.flatMap(({ title, what }) => [title, what]),
    ...dates.flatMap(({ what, note }) => [what, note]),
  ]
  return [
    ...texts.filter((text) => /\bshall\b/i.test(text)).map((text) => `sounds like the law's own text: ${text}`),
    ...repeated(questions.map(({ short }) => short)).map((short) => `name used twice: ${short}`),
    ...repeated(duties.map(({ title }) => title)).map((title) => `title used twice: ${title}`),
  ]
}
