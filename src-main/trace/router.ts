import type { traceContract } from '../contract/trace.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const traceRouter: Partial<ModuleHandlers<typeof traceContract>> = {}
