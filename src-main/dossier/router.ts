import type { dossierContract } from '../contract/dossier.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const dossierRouter: ModuleHandlers<typeof dossierContract> = {}
