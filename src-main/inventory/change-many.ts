import { sql } from 'kysely'
import { FieldbookError } from '../contract/errors.ts'
import type { SystemFields } from '../contract/inventory.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { toColumns } from './systems.ts'

/** The ids travel as one JSON parameter: an inventory has more rows than a statement may have parameters. */
const chosen = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Gives all of these systems the same values, as one change. Says how many there are; fails with not-found where one of them is not there,
 * and then changes none.
 */
export function changeSystems(file: EngagementFile, ids: readonly string[], fields: Partial<SystemFields>): number {
  const wanted = new Set(ids)
  if (Object.keys(fields).length === 0) return 0
  return file.write(text('inventory:history.changedMany', { count: wanted.size }), () => {
    const changed = file.run(database.updateTable('aiSystem').set(toColumns(fields)).where('id', 'in', chosen(ids)))
    if (changed !== wanted.size) throw new FieldbookError('not-found', { what: text('inventory:someOfThese') })
    return changed
  })
}

/** Versions are kept for the auditor, so what they are of is kept as well. */
const frozen = (ids: readonly string[]) =>
  database
    .selectFrom('impactVersion')
    .innerJoin('impactAssessment', 'impactAssessment.id', 'impactVersion.assessmentId')
    .innerJoin('aiSystem', 'aiSystem.id', 'impactAssessment.systemId')
    .select('aiSystem.name')
    .where('aiSystem.id', 'in', chosen(ids))
    .limit(1)

/**
 * Removes systems with their classification, their impact assessments and their links, as one change. Fails with conflict, and removes
 * nothing, where one of them has an approved impact assessment.
 */
export function removeSystems(file: EngagementFile, ids: readonly string[]): void {
  const kept = file.first(frozen(ids))
  if (kept) throw new FieldbookError('conflict', { reason: text('inventory:approvedStays', { name: kept.name }) })
  const systems = chosen(ids)
  const assessments = database.selectFrom('impactAssessment').select('id').where('systemId', 'in', systems)
  file.write(text('inventory:history.removed', { count: ids.length }), () => {
    file.run(database.deleteFrom('impactMeasure').where('assessmentId', 'in', assessments))
    file.run(database.deleteFrom('impactFailureMode').where('assessmentId', 'in', assessments))
    file.run(database.deleteFrom('impact').where('assessmentId', 'in', assessments))
    file.run(database.deleteFrom('impactAssessment').where('systemId', 'in', systems))
    file.run(database.deleteFrom('classificationAnswer').where('systemId', 'in', systems))
    file.run(database.deleteFrom('classification').where('systemId', 'in', systems))
    file.run(database.deleteFrom('riskSystem').where('systemId', 'in', systems))
    file.run(database.deleteFrom('soaDecisionSystem').where('systemId', 'in', systems))
    file.run(database.deleteFrom('aiSystem').where('id', 'in', systems))
  })
}
