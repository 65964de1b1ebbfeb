import type { AssessmentField, FrozenAssessment, Impact, ImpactGuide, Measure, MissingPoint } from '../contract/impact.ts'
import { text } from '../language/text.ts'
import { isHigh } from './rules.ts'

type Found = Omit<MissingPoint, 'sentence' | 'field' | 'recordId'> & {
  rule: string
  field?: AssessmentField
  recordId?: string
  name?: string
}

const isEmpty = (value: string) => value.trim() === ''

/** What has to be there before an assessment can be approved, in the order of its steps; `today` is a calendar day, ISO 8601. */
export function missingFor(assessment: FrozenAssessment, guide: ImpactGuide, today: string): MissingPoint[] {
  const found = [
    ...ofTriage(assessment, guide),
    ...(assessment.triage === 'full'
      ? [
          ...ofTexts(assessment, guide),
          ...ofImpacts(assessment),
          ...ofMeasures(assessment.measures),
          ...ofDecision(assessment),
          ...ofReview(assessment, today),
        ]
      : []),
  ]
  return found.map(({ rule, step, field = null, recordId = null, name = '' }) => ({
    step,
    field,
    recordId,
    sentence: text(`impact:missing.${rule}`, { name }),
  }))
}

function ofTriage({ triage, triageAnswers, triageReason }: FrozenAssessment, guide: ImpactGuide): Found[] {
  const step = 'triage'
  const isOpen = guide.triage.some(({ id }) => triageAnswers[id] === undefined)
  return [
    ...(isOpen ? [{ step, rule: 'triageAnswers' }] : []),
    ...(triage === 'open' ? [{ step, rule: 'triage', field: 'triage' as const }] : []),
    ...(isEmpty(triageReason) ? [{ step, rule: 'triageReason', field: 'triageReason' as const }] : []),
  ]
}

/** Texts of every full assessment (ISO/IEC 42005, 6.2 to 6.7). */
const always: AssessmentField[] = ['assessors', 'scope', 'intendedUse', 'misuse', 'data', 'models', 'environment', 'parties', 'conclusion']
/** What AI Act Art. 27(1)(a), (b), (c), (e), (f) and (3) ask for; (d) is the harms. */
const ofRights: AssessmentField[] = ['processes', 'period', 'affectedGroups', 'oversight', 'complaints', 'notification']

function ofTexts(assessment: FrozenAssessment, guide: ImpactGuide): Found[] {
  const isRights = assessment.triageAnswers[guide.rightsQuestion] === true
  const wanted = new Set<string>(isRights ? [...always, ...ofRights] : always)
  const texts = new Map<string, unknown>(Object.entries(assessment))
  return guide.steps.flatMap(({ id: step, fields }) =>
    [...always, ...ofRights]
      .filter((field) => fields.includes(field) && wanted.has(field) && isEmpty(String(texts.get(field) ?? '')))
      .map((field) => ({ step, rule: 'text', field, name: text(`impact:fields.${field}`) })),
  )
}

function ofImpacts({ impacts, measures }: FrozenAssessment): Found[] {
  const step = 'impacts'
  const harms = impacts.filter(({ kind }) => kind === 'harm')
  const measured = new Set(measures.map(({ impactId }) => impactId))
  const ofEach = (rule: string, holds: (harm: Impact) => boolean, list = harms, at = step): Found[] =>
    list.filter(holds).map((each) => ({ step: at, rule, recordId: each.id, name: nameOf(each.description) }))
  return [
    ...(harms.length === 0 ? [{ step, rule: 'noHarms' }] : []),
    ...(harms.length === impacts.length ? [{ step, rule: 'noBenefits' }] : []),
    ...ofEach('impactText', ({ description }) => isEmpty(description), impacts),
    ...ofEach('harmRating', ({ level }) => level === null),
    ...ofEach('harmMeasure', ({ id, level }) => isHigh(level) && !measured.has(id), harms, 'measures'),
    ...ofEach('harmResidual', ({ id, level, residualLevel }) => level !== null && residualLevel === null && measured.has(id)),
    ...ofEach('harmWorse', ({ level, residualLevel }) => level !== null && residualLevel !== null && residualLevel > level),
  ]
}

function ofMeasures(measures: Measure[]): Found[] {
  const ofEach = (rule: string, holds: (measure: Measure) => boolean): Found[] =>
    measures.filter(holds).map(({ id, description }) => ({ step: 'measures', rule, recordId: id, name: nameOf(description) }))
  return [
    ...ofEach('measureText', ({ description }) => isEmpty(description)),
    ...ofEach('measureOwner', ({ owner }) => isEmpty(owner)),
    ...ofEach('measureDue', ({ dueDate, status }) => dueDate === null && status !== 'done'),
  ]
}

function ofDecision({ decision, decisionReason, measures }: FrozenAssessment): Found[] {
  const step = 'decision'
  return [
    ...(decision === 'open' ? [{ step, rule: 'decision', field: 'decision' as const }] : []),
    ...(isEmpty(decisionReason) ? [{ step, rule: 'decisionReason', field: 'decisionReason' as const }] : []),
    ...(decision === 'proceed-with-measures' && measures.length === 0 ? [{ step: 'measures', rule: 'noMeasures' }] : []),
  ]
}

function ofReview({ reviewDate, triggers }: FrozenAssessment, today: string): Found[] {
  const step = 'review'
  return [
    ...(reviewDate === null ? [{ step, rule: 'reviewDate', field: 'reviewDate' as const }] : []),
    ...(reviewDate !== null && reviewDate <= today ? [{ step, rule: 'reviewPast', field: 'reviewDate' as const }] : []),
    ...(triggers.length === 0 ? [{ step, rule: 'triggers', field: 'triggers' as const }] : []),
  ]
}

const longestName = 60

/** The beginning of a description, so that a sentence can name what it is about. */
export function nameOf(description: string): string {
  const line = description.trim().split('\n')[0] ?? ''
  if (line === '') return text('impact:unnamed')
  return line.length > longestName ? `${line.slice(0, longestName - 1).trimEnd()}…` : line
}
