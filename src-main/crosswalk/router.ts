import type { crosswalkContract } from '../contract/crosswalk.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const crosswalkRouter: ModuleHandlers<typeof crosswalkContract> = {}
