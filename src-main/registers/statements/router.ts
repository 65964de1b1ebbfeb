import type { statementsContract } from '../../contract/statements.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'

export const statementsRouter: ModuleHandlers<typeof statementsContract> = {}
