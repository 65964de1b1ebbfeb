import type { ActionRow } from '../../../src-main/contract/actions.ts'
import type { Jump } from '../../app/jump.ts'
import { placeOf } from '../../app/places.ts'
import type { ScreenId } from '../../app/screens.ts'

/** Where an action comes from, and is changed in full. */
export function sourcePlace({ source, placeId }: ActionRow): { screen: ScreenId; search: Jump } {
  switch (source) {
    case 'finding':
      return { screen: 'gap', search: { item: placeId } }
    case 'roadmap':
      return { screen: 'roadmap', search: { record: placeId } }
    case 'nonconformity':
      return placeOf({ kind: 'nonconformities', id: placeId })
    case 'objective':
      return placeOf({ kind: 'objectives', id: placeId })
    case 'impact':
      return placeOf({ kind: 'assessment', id: placeId })
    default:
      return placeOf({ kind: source, id: placeId })
  }
}
