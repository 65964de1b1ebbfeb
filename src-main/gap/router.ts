import type { gapContract } from '../contract/gap.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const gapRouter: Partial<ModuleHandlers<typeof gapContract>> = {}
