import { assessables } from '../catalog/load.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { TraceItem, TraceKind, TraceLink, TraceNode } from '../contract/trace.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { describe } from './describe.ts'
import { linkTypes } from './links.ts'

/** Items of one kind that are drawn; more cannot be taken in at a glance. */
const most = 9
/** Of more candidates than these the first are looked at, so that a duty of thousands of systems answers at once. */
const mostLookedAt = 400

type Direction = 'left' | 'right'
type Ids = ReadonlyMap<TraceKind, readonly string[]>

interface Walk {
  file: EngagementFile
  today: string
  nodes: Map<string, TraceNode>
  leftOut: Map<TraceKind, number>
}

const keyOf = ({ kind, id }: TraceItem) => `${kind} ${id}`

/**
 * What is linked with an item. From the middle the walk goes on in one direction at a time, towards what calls for something or towards
 * what answers it, and never turns: so a control shows its risks and their systems, and not the other controls of these risks.
 */
export function traceAround(file: EngagementFile, asked: TraceItem, depth: number, today: string) {
  const middle = placeOf(asked)
  const [node] = describe(file, middle.kind, [middle.id], today)
  if (!node) throw new FieldbookError('not-found', { what: asked.id })
  const walk: Walk = { file, today, nodes: new Map([[keyOf(middle), { ...node, distance: 0 }]]), leftOut: new Map() }
  const start: Ids = new Map([[middle.kind, [middle.id]]])
  const frontiers: Record<Direction, Ids> = { left: start, right: start }
  for (let distance = 1; distance <= depth; distance += 1) {
    const found = { left: candidates(walk, frontiers.left, 'left'), right: candidates(walk, frontiers.right, 'right') }
    // A control or clause has duties of its own; the other duties of a system behind it have nothing to do with it.
    if (distance > 1 && (middle.kind === 'control' || middle.kind === 'requirement')) found.left.delete('duty')
    frontiers.left = take(walk, found.left, distance)
    frontiers.right = take(walk, found.right, distance)
  }
  return {
    nodes: [...walk.nodes.values()],
    links: linksAmong(file, [...walk.nodes.values()]),
    leftOut: [...walk.leftOut].map(([kind, count]) => ({ kind, count })),
  }
}

/** A requirement is traced by its clause. */
function placeOf({ kind, id }: TraceItem): TraceItem {
  const item = kind === 'requirement' ? assessables().get(id) : undefined
  return item?.kind === 'requirement' ? { kind, id: item.clause } : { kind, id }
}

/** Items that are not shown yet and linked with one of the frontier, by kind. */
function candidates({ file, nodes }: Walk, frontier: Ids, direction: Direction): Map<TraceKind, Set<string>> {
  const found = new Map<TraceKind, Set<string>>()
  const here: Direction = direction === 'left' ? 'right' : 'left'
  for (const type of linkTypes) {
    const ids = frontier.get(type[here])
    if (!ids) continue
    const kind = type[direction]
    const known = found.get(kind) ?? new Set()
    for (const pair of type.pairs(file, here, ids)) {
      const id = pair[direction]
      if (!nodes.has(keyOf({ kind, id }))) known.add(id)
    }
    found.set(kind, known)
  }
  return found
}

const urgency: Record<TraceNode['tone'], number> = { poor: 0, fair: 1, info: 2, good: 3, neutral: 4 }

/** Shows the most urgent of each kind and counts the others. Says what was shown. */
function take({ file, today, nodes, leftOut }: Walk, found: ReadonlyMap<TraceKind, ReadonlySet<string>>, distance: number): Ids {
  return new Map(
    [...found].map(([kind, ids]) => {
      const shown = [...nodes.values()].filter((node) => node.kind === kind && node.distance > 0).length
      const described = describe(file, kind, [...ids].slice(0, mostLookedAt), today).sort(
        (a, b) => urgency[a.tone] - urgency[b.tone] || nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true }),
      )
      const taken = described.slice(0, Math.max(0, most - shown))
      for (const node of taken) nodes.set(keyOf(node), { ...node, distance })
      const missing = ids.size - taken.length - (Math.min(ids.size, mostLookedAt) - described.length)
      if (missing > 0) leftOut.set(kind, (leftOut.get(kind) ?? 0) + missing)
      return [kind, taken.map(({ id }) => id)]
    }),
  )
}

const nameOf = ({ code, title }: Pick<TraceNode, 'code' | 'title'>) => `${code} ${title}`

/** Every link between two items that are shown, however far they are from the middle. */
function linksAmong(file: EngagementFile, nodes: TraceNode[]): TraceLink[] {
  const shown = Map.groupBy(nodes, ({ kind }) => kind)
  const known = new Set(nodes.map(keyOf))
  return linkTypes.flatMap(({ left, right, why, fewFrom, pairs }) => {
    const ids = shown.get(fewFrom === 'left' ? left : right)?.map(({ id }) => id)
    if (!ids || !shown.has(left) || !shown.has(right)) return []
    return pairs(file, fewFrom, ids)
      .map((pair) => ({ from: { kind: left, id: pair.left }, to: { kind: right, id: pair.right }, why: text(`trace:why.${why}`) }))
      .filter(({ from, to }) => known.has(keyOf(from)) && known.has(keyOf(to)))
  })
}
