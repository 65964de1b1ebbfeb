import { type RaciContent, raciContent } from '../contract/raci.ts'
import { readJson } from './read.ts'

let loaded: RaciContent | undefined

/** Activities of a management system for AI, read and checked once. */
export function loadRaciGuide(): RaciContent {
  loaded ??= raciContent.parse(readJson('raci', 'activities.json'))
  return loaded
}
