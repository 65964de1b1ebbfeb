import type { readinessContract } from '../contract/readiness.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const readinessRouter: ModuleHandlers<typeof readinessContract> = {}
