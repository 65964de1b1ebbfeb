import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RiskGuide, riskGuide } from '../contract/risk.ts'
import { resourceFolder } from '../resources.ts'

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(resourceFolder(), 'content', 'risk', name), 'utf8'))

let loaded: RiskGuide | undefined

/** Topics of Annex C and the library of typical AI risks, read and checked once. */
export function loadRiskGuide(): RiskGuide {
  loaded ??= {
    ...riskGuide.omit({ library: true }).parse(readJson('topics.json')),
    ...riskGuide.pick({ library: true }).parse(readJson('library.json')),
  }
  return loaded
}
