import type { incidentsContract } from '../../contract/incidents.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'

export const incidentsRouter: ModuleHandlers<typeof incidentsContract> = {}
