import type { RiskClass } from '../contract/classification.ts'
import type { AiSystem } from '../contract/inventory.ts'
import { text } from '../language/text.ts'

/** What of an AI system the inventory and its classification know; its list of data stands as its column has it. */
export type KnownSystem = Omit<AiSystem, 'dataCategories'> & { dataCategories: string; riskClass: RiskClass | null }

const lines = (...parts: string[]) => parts.filter((part) => part.trim() !== '').join('\n')
const said = (key: string, value: string) => (value.trim() === '' ? '' : text(`impact:known.${key}`, { value: value.trim() }))

/** The first texts of an assessment: what the inventory says already, so that nobody asks or types it twice. */
export function knownOfSystem(system: KnownSystem) {
  const categories: string[] = JSON.parse(system.dataCategories)
  return {
    scope: lines(said('scope', system.name), said('department', system.department)),
    intendedUse: lines(system.purpose, system.intendedUse === system.purpose ? '' : system.intendedUse),
    data:
      categories.length === 0 ? '' : text('impact:known.data', { value: categories.map((each) => text(`impact:data.${each}`)).join(', ') }),
    models: lines(system.models, said('supplier', system.supplier)),
    environment: lines(said('unit', system.department), system.autonomy === null ? '' : text(`impact:autonomy.${system.autonomy}`)),
    parties: lines(said('affected', system.affectedPeople), said('owner', system.owner), said('supplier', system.supplier)),
    affectedGroups: system.affectedPeople,
    oversight: system.humanOversight,
    triageAnswers: JSON.stringify(Object.fromEntries(surelyYes(system, categories).map((id) => [id, true]))),
  }
}

/** Questions of the triage that the facts answer with yes. A no is never taken from what the inventory leaves open. */
function surelyYes({ autonomy, reach, riskClass }: KnownSystem, categories: string[]): string[] {
  const facts: Record<string, boolean> = {
    autonomous: autonomy === 'autonomous',
    'high-risk': riskClass === 'high-risk',
    'many-people': reach === 'public',
    'special-data': categories.includes('special') || categories.includes('biometric'),
    vulnerable: categories.includes('children'),
  }
  return Object.keys(facts).filter((id) => facts[id])
}
