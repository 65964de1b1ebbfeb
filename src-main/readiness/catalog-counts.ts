import { sql } from 'kysely'
import { loadCatalog } from '../catalog/load.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { rawQuery } from '../engagement/raw.ts'
import { missingInformation } from '../engagement/registers/mandatory.ts'
import type { Count } from './checks.ts'

/** Documents of the register that are mandatory, and what the standard requires that none of them is (clause 7.5.1). */
export function withMissing(file: EngagementFile, { done, of }: Count): Count {
  return { done, of: of + missingInformation(file).length }
}

/** What a held internal audit came to a result on. */
const audited = sql<{ itemId: string }>`
  SELECT DISTINCT itemId FROM auditItem JOIN auditsRegister AS audit ON audit.id = auditId
  WHERE audit.kind = 'internal' AND (audit.state IN ('held', 'reported') OR audit.heldOn IS NOT NULL) AND result NOT IN ('open', 'not-covered')`

/** Clauses with requirements of which an internal audit looked at one at least (clause 9.2.2: the programme covers the whole system). */
export function clausesAudited(file: EngagementFile): Count {
  const clauseOf = new Map(loadCatalog().requirements.map(({ id, clause }) => [id, clause]))
  const looked = new Set(file.all(rawQuery(audited)).flatMap(({ itemId }) => clauseOf.get(itemId) ?? []))
  return { done: looked.size, of: new Set(clauseOf.values()).size }
}
