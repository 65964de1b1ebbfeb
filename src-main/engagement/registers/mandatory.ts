import { loadCatalog } from '../../catalog/load.ts'
import type { Requirement } from '../../contract/catalog.ts'
import { database } from '../database.ts'
import type { EngagementFile } from '../file.ts'

type Kind = 'policy' | 'procedure' | 'plan' | 'record' | 'report'

/** What sort of document answers a clause, where it is no record. */
const kinds: Record<string, Kind> = {
  '4.3': 'policy',
  '5.2': 'policy',
  '6.1.2': 'procedure',
  '6.1.3': 'procedure',
  '6.1.4': 'procedure',
  '6.2': 'plan',
  '9.2.2': 'plan',
}

interface Mandatory {
  requirement: string
  title: string
  kind: Kind
  /** Requirements of which one is enough as a link to say that this is what is meant. */
  named: readonly string[]
}

/** The documented information that clauses 4 to 10 require, one item for each requirement that asks for it. */
export function mandatoryInformation(): Mandatory[] {
  const { requirements } = loadCatalog()
  const asking = requirements.filter(isAsking)
  return asking.map(({ id, clause, documentedInformation }) => {
    const isOnlyOne = asking.filter((other) => other.clause === clause).length === 1
    return {
      requirement: id,
      title: documentedInformation,
      kind: kinds[clause] ?? 'record',
      // A clause that asks for one document alone is meant by a link with any of its requirements.
      named: isOnlyOne ? requirements.filter((other) => other.clause === clause).map((other) => other.id) : [id],
    }
  })
}

const isAsking = (item: Requirement): item is Requirement & { documentedInformation: string } => item.documentedInformation !== null

const namedRequirements = database
  .selectFrom('recordLink')
  .innerJoin('informationRegister', 'informationRegister.id', 'recordLink.recordId')
  .select('targetId')
  .distinct()
  .where('targetKind', '=', 'requirement')
  .where('informationRegister.state', '!=', 'withdrawn')

/** What the standard requires and no document of the register is linked with; a withdrawn document is none. */
export function missingInformation(file: EngagementFile): Mandatory[] {
  const named = new Set(file.all(namedRequirements).map(({ targetId }) => targetId))
  return mandatoryInformation().filter((item) => !item.named.some((id) => named.has(id)))
}
