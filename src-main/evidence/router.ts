import type { evidenceContract } from '../contract/evidence.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const evidenceRouter: ModuleHandlers<typeof evidenceContract> = {}
