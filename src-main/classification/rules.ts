import {
  type BoundDuty,
  type Condition,
  type DecisionStep,
  type Duty,
  type DutyRole,
  dutyRole,
  type Finding,
  highRiskReasons,
  noneOfThese,
  type Outcome,
  type Question,
  type Questionnaire,
  type QuestionOption,
  type RiskClass,
} from '../contract/classification.ts'

/** Chosen options by question; what is not in it, or empty, is open. */
export type Answers = ReadonlyMap<string, readonly string[]>

/** The chosen options of a question, in the order of the questionnaire. */
export const chosenOptions = ({ id: question, options }: Question, answers: Answers): QuestionOption[] =>
  options.filter(({ id }) => answers.get(question)?.includes(id))

/** What the conditions look at: the answers that count so far, and what they established. */
interface Facts {
  answers: Answers
  findings: ReadonlySet<Finding>
}

/** Questions that matter with these answers, in order, and what the decision rests on: the answers up to the first open question. */
interface Walk extends Facts {
  asked: Question[]
  settled: Question[]
  end: QuestionOption['ends']
}

class GrowingFacts implements Facts {
  readonly answers = new Map<string, readonly string[]>()
  readonly findings = new Set<Finding>()

  take(question: Question, chosen: QuestionOption[]): void {
    const value = chosen.map(({ id }) => id)
    this.answers.set(question.id, value)
    for (const finding of chosen.flatMap((option) => option.findings)) this.findings.add(finding)
  }
}

function holds(condition: Condition, { answers, findings }: Facts): boolean {
  if ('findings' in condition) return condition.findings.some((finding) => findings.has(finding))
  if ('withoutFindings' in condition) return !condition.withoutFindings.some((finding) => findings.has(finding))
  const value = answers.get(condition.question)
  if (!value) return false
  return 'anyOf' in condition
    ? condition.anyOf.some((option) => value.includes(option))
    : !condition.noneOf.some((option) => value.includes(option))
}

const anyHolds = (alternatives: Condition[][], facts: Facts): boolean =>
  alternatives.length === 0 || alternatives.some((conditions) => conditions.every((condition) => holds(condition, facts)))

/**
 * Goes through the questionnaire with these answers. A question whose conditions fail is not asked, nor is any after an answer that
 * ends it; the answers of such questions do not count, and neither do options that the questionnaire does not have.
 */
function walk(questions: Question[], answers: Answers): Walk {
  const whole = new GrowingFacts()
  const certain = new GrowingFacts()
  const asked: Question[] = []
  const settled: Question[] = []
  let isOpen = false
  for (const question of questions) {
    if (!anyHolds(question.when, whole)) continue
    asked.push(question)
    const chosen = chosenOptions(question, answers)
    if (chosen.length === 0) {
      isOpen = true
      continue
    }
    whole.take(question, chosen)
    if (!isOpen) {
      certain.take(question, chosen)
      settled.push(question)
    }
    const end = chosen.find(({ ends }) => ends !== undefined)?.ends
    if (end) return { asked, settled, answers: certain.answers, findings: certain.findings, end: isOpen ? undefined : end }
  }
  return { asked, settled, answers: certain.answers, findings: certain.findings, end: undefined }
}

const transparencyFindings: readonly Finding[] = ['interaction', 'synthetic-content', 'emotion-or-category', 'deep-fake', 'public-text']

function classOf({ end, findings }: Walk, complete: boolean): RiskClass {
  if (end) return end
  if (highRiskReasons.some((reason) => findings.has(reason))) return 'high-risk'
  if (transparencyFindings.some((finding) => findings.has(finding))) return 'transparency'
  return complete ? 'minimal' : 'unclassified'
}

/** The roles that were answered, and those that the Act adds: Art. 25(1) and (3) make a provider, Art. 53 the provider of a model. */
function rolesOf({ answers, findings }: Walk): DutyRole[] {
  const answered = answers.get('role') ?? []
  const added = [
    ...(findings.has('becomes-provider') ? ['provider'] : []),
    ...(findings.has('general-purpose-model') ? ['model-provider'] : []),
  ]
  return dutyRole.options.filter((role) => answered.includes(role) || added.includes(role))
}

function stepsOf({ settled, answers }: Walk): DecisionStep[] {
  return settled.flatMap((question) =>
    chosenOptions(question, answers).flatMap((option) => {
      const named = question.concludes && option.id !== noneOfThese ? `${question.concludes}: ${option.label}.` : undefined
      const sentence = option.concludes ?? named
      return sentence ? [{ question: question.id, sentence, article: option.article ?? question.article }] : []
    }),
  )
}

function bindDuty(duty: Duty, roles: DutyRole[], riskClass: RiskClass, facts: Facts): BoundDuty[] {
  const bound = roles.filter((role) => duty.roles.includes(role))
  if (bound.length === 0 || !duty.classes.includes(riskClass) || !anyHolds(duty.when, facts)) return []
  const applies = duty.dates.find(({ when }) => anyHolds(when, facts))
  return applies ? [{ id: duty.id, roles: bound, appliesFrom: applies.date, dateNote: applies.note }] : []
}

/** Class, reasons and duties that follow from the answers (Regulation (EU) 2024/1689 as amended in 2026). */
export function decide(
  { questions, duties }: Pick<Questionnaire, 'questions' | 'duties'>,
  answers: Answers,
): Outcome & { asked: string[] } {
  const walked = walk(questions, answers)
  const complete = walked.settled.length === walked.asked.length
  const riskClass = classOf(walked, complete)
  const roles = rolesOf(walked)
  const isHighRisk = riskClass === 'high-risk'
  return {
    asked: walked.asked.map(({ id }) => id),
    riskClass,
    complete,
    highRiskBy: highRiskReasons.filter((reason) => isHighRisk && walked.findings.has(reason)),
    generalPurpose: walked.findings.has('systemic-risk') ? 'systemic-risk' : walked.findings.has('general-purpose-model') ? 'model' : 'no',
    roles,
    steps: stepsOf(walked),
    duties: duties.flatMap((duty) => bindDuty(duty, roles, riskClass, walked)),
  }
}
