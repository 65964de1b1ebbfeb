import { v7 as uuid } from 'uuid'
import { loadCatalog } from '../catalog/load.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'

/** A row for each control of Annex A, undecided. Call inside write(). */
export function firstDecisions(file: EngagementFile): void {
  const rows = loadCatalog().controls.map(({ id }) => [uuid(), id])
  file.runEach(database.insertInto('soaDecision').values({ id: '', code: '' }), rows)
}
