import { type CostContent, costContent } from '../contract/cost.ts'
import { readJson } from './read.ts'

let loaded: CostContent | undefined

/** Items and assumptions of the cost estimate, read and checked once. */
export function loadCostContent(): CostContent {
  loaded ??= costContent.parse(readJson('cost', 'estimate.json'))
  return loaded
}
