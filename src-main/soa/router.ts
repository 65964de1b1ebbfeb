import type { soaContract } from '../contract/soa.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const soaRouter: Partial<ModuleHandlers<typeof soaContract>> = {}
