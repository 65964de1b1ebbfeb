import type { Duty } from '../contract/classification.ts'
import { loadQuestionnaire } from './questionnaire.ts'

let byId: ReadonlyMap<string, Duty> | undefined

/** The duties of the EU AI Act by their identifier. */
export function duties(): ReadonlyMap<string, Duty> {
  byId ??= new Map(loadQuestionnaire().duties.map((duty) => [duty.id, duty]))
  return byId
}
