import type { actionsContract } from '../contract/actions.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const actionsRouter: ModuleHandlers<typeof actionsContract> = {}
