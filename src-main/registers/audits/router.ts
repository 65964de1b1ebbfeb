import type { auditsContract } from '../../contract/audits.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'

export const auditsRouter: ModuleHandlers<typeof auditsContract> = {}
