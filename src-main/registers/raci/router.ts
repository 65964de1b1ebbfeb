import type { raciContract } from '../../contract/raci.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'

export const raciRouter: ModuleHandlers<typeof raciContract> = {}
