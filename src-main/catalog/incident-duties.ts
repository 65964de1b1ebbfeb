import { type DutyGuide, dutyGuide } from '../contract/incidents.ts'
import { readJson } from './read.ts'

let loaded: DutyGuide | undefined

/** Whom an incident has to be told to and by when, read and checked once. */
export function loadDutyGuide(): DutyGuide {
  loaded ??= dutyGuide.parse(readJson('incidents', 'duties.json'))
  return loaded
}
