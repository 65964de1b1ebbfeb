import type { TraceItem, TraceKind, TraceLink, TraceNode } from '../../../src-main/contract/trace.ts'
import type { Jump } from '../../app/jump.ts'
import { placeOf } from '../../app/places.ts'
import type { ScreenId } from '../../app/screens.ts'

/** From what calls for something to what answers it. */
export const columns: { id: string; kinds: TraceKind[] }[] = [
  { id: 'causes', kinds: ['duty', 'finding'] },
  { id: 'systems', kinds: ['system', 'assessment'] },
  { id: 'risks', kinds: ['risk'] },
  { id: 'controls', kinds: ['control'] },
  { id: 'requirements', kinds: ['requirement'] },
  { id: 'records', kinds: ['record'] },
]

export const keyOf = ({ kind, id }: TraceItem) => `${kind} ${id}`

/** The nodes of each column, kind by kind, the nearest first. */
export function inColumns(nodes: TraceNode[]): TraceNode[][] {
  return columns.map(({ kinds }) =>
    kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind).sort((a, b) => a.distance - b.distance)),
  )
}

/** The screen where an item is worked on; a duty is answered for in the classification of a system that it binds for. */
export function screenOf({ kind, id, register }: TraceNode, links: readonly TraceLink[]): { screen: ScreenId; search: Jump } {
  switch (kind) {
    case 'duty':
      return { screen: 'classification', search: systemOfDuty(id, links) }
    case 'finding':
      return { screen: 'gap', search: { item: id } }
    case 'system':
      return { screen: 'systems', search: { system: id } }
    case 'assessment':
      return { screen: 'impacts', search: { assessment: id } }
    case 'risk':
      return { screen: 'risks', search: { risk: id } }
    case 'control':
      return { screen: 'soa', search: { code: id } }
    case 'requirement':
      return { screen: 'gap', search: { group: id } }
    case 'record':
      return placeOf({ kind: register ?? 'actions', id })
  }
}

function systemOfDuty(id: string, links: readonly TraceLink[]): Jump {
  const bound = links.find(({ from, to }) => from.kind === 'duty' && from.id === id && to.kind === 'system')
  return bound ? { system: bound.to.id } : {}
}
