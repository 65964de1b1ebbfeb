import type { documentsContract } from '../contract/documents.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const documentsRouter: Partial<ModuleHandlers<typeof documentsContract>> = {}
