import type { inventoryContract } from '../contract/inventory.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const inventoryRouter: Partial<ModuleHandlers<typeof inventoryContract>> = {}
