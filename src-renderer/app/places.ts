import type { LinkTarget } from '../../src-main/contract/registers/index.ts'
import type { Jump } from './jump.ts'
import type { ScreenId } from './screens.ts'

/** Where an item that something is linked with is shown. */
export function placeOf({ kind, id }: LinkTarget): { screen: ScreenId; search: Jump } {
  switch (kind) {
    case 'requirement':
      return { screen: 'gap', search: { item: id } }
    case 'control':
      return { screen: 'soa', search: { code: id } }
    case 'system':
      return { screen: 'systems', search: { system: id } }
    case 'risk':
      return { screen: 'risks', search: { risk: id } }
    case 'assessment':
      return { screen: 'impacts', search: { assessment: id } }
    case 'actions':
      return { screen: 'actions', search: { record: id } }
    case 'evidence':
      return { screen: 'evidence', search: { record: id } }
    default:
      return { screen: 'registers', search: { page: kind, record: id } }
  }
}
