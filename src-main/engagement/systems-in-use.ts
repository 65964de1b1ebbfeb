import { sql } from 'kysely'

/**
 * The one condition for a system in use, on the columns of `aiSystem`: a retired one proposes nothing, has no duties and counts nowhere.
 * The window asks the same of a row with `isInUse` of the contract.
 */
export const inUseCondition = "coalesce(lifeCycleStage, '') <> 'retired'"
export const inUse = sql.raw<boolean>(inUseCondition)

/** The same for a column that names a system. */
export const isSystemInUse = (column: string) => sql<boolean>`${sql.ref(column)} IN (SELECT id FROM aiSystem WHERE ${inUse})`

/** An open risk asks for nothing any more where every system that it concerns is retired; one that concerns no system in particular does. */
export const concernsSystemInUse = sql<boolean>`(NOT EXISTS (SELECT 1 FROM riskSystem AS concerned WHERE concerned.riskId = risk.id)
  OR EXISTS (SELECT 1 FROM riskSystem AS concerned JOIN aiSystem ON aiSystem.id = concerned.systemId WHERE concerned.riskId = risk.id AND ${inUse}))`
