import { loadQuestionnaire } from '../../../src-main/catalog/questionnaire.ts'
import { decide } from '../../../src-main/classification/rules.ts'

export type Given = Record<string, string[]>

export const { questions, duties } = loadQuestionnaire()

/** An AI system in use in the Union to which nothing special applies. */
export const plain: Given = {
  inference: ['learned'],
  autonomy: ['yes'],
  union: ['union'],
  exclusion: ['none'],
  role: ['provider', 'deployer'],
  practice: ['none'],
  product: ['none'],
  area: ['none'],
  transparency: ['none'],
  'general-purpose': ['no'],
}

/** Prices life or health insurance for people: Annex III, point 5(c). */
export const listed: Given = {
  ...plain,
  area: ['services'],
  services: ['insurance'],
  profiling: ['yes'],
  change: ['none'],
  'deployer-kind': ['private'],
  decisions: ['no'],
  workplace: ['no'],
}

/** Safety component of a medical device: Annex I, Section A. */
export const product: Given = {
  ...plain,
  product: ['medical-devices'],
  'safety-component': ['component'],
  assessment: ['required'],
  change: ['none'],
  workplace: ['no'],
}

/** The system's use is listed in Annex III, and an exception holds. */
export const excepted: Given = {
  ...plain,
  area: ['employment'],
  employment: ['recruiting'],
  profiling: ['no'],
  exception: ['procedural'],
  influence: ['no'],
}

/** A general-purpose model of its own, which is not open. */
export const model: Given = { ...plain, 'general-purpose': ['own'], 'systemic-risk': ['no'], 'open-model': ['no'], 'model-before': ['no'] }

export const outcomeOf = (given: Given) => decide({ questions, duties }, new Map(Object.entries(given)))

/** Articles of the steps that the decision rests on. */
export const citedBy = (given: Given) => outcomeOf(given).steps.map(({ article }) => article)
