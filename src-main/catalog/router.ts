import type { catalogContract } from '../contract/catalog.ts'
import type { Handlers } from '../engagement/context.ts'
import { loadCatalog } from './load.ts'

export const catalogRouter: Handlers<typeof catalogContract, unknown> = {
  get: () => loadCatalog(),
}
