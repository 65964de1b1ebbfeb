import type { costContract } from '../contract/cost.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const costRouter: ModuleHandlers<typeof costContract> = {}
