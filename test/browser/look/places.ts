import { registerIds } from '../../../src-main/contract/registers/index.ts'
import { statementKinds } from '../../../src-main/contract/statements.ts'
import { screens } from '../../../src-renderer/app/screens.ts'

export interface Place {
  name: string
  screen: string
  search: Record<string, string>
}

/** Registers that have a screen of their own. */
const ownScreens: readonly string[] = ['actions', 'evidence']

/** Pages of the registers, in no order; the test of the list of registers says which are missing here. */
export const registerPages: readonly string[] = [
  ...registerIds.filter((id) => !ownScreens.includes(id)),
  ...statementKinds,
  'raci',
  'training',
]

/** Every screen of the rail and every page of the registers: a new one is looked at without being named here. */
export const places: readonly Place[] = [
  ...screens.map(({ id }) => ({ name: id, screen: id, search: {} })),
  ...registerPages.map((page) => ({ name: `registers, ${page}`, screen: 'registers', search: { page } })),
]
