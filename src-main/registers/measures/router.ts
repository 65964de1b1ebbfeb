import type { measuresContract } from '../../contract/measures.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'

export const measuresRouter: ModuleHandlers<typeof measuresContract> = {}
