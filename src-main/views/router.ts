import type { viewsContract } from '../contract/views.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const viewsRouter: Partial<ModuleHandlers<typeof viewsContract>> = {}
