import { z } from 'zod'
import { ofEngagement } from './procedure.ts'

/** Things that are linked: an auditor walks from a control to what calls for it, and back. */
export const traceKinds = ['system', 'duty', 'assessment', 'risk', 'control', 'requirement', 'finding'] as const
export const traceKind = z.enum(traceKinds)
export type TraceKind = z.infer<typeof traceKind>

/** Record id, or for a control its code, for a requirement or finding its catalog id, for a duty its id. */
export const traceItem = z.object({ kind: traceKind, id: z.string() })

export const traceNode = traceItem.extend({
  title: z.string(),
  /** Its state in a word, already said: excluded, high risk, does not conform. */
  state: z.string(),
  tone: z.enum(['neutral', 'good', 'fair', 'poor', 'info']),
  /** Links from the item in the middle; 0 is that item. */
  distance: z.number().int(),
})
export type TraceNode = z.infer<typeof traceNode>

export const traceLink = z.object({ from: traceItem, to: traceItem, /** Why they are linked, in a few words. */ why: z.string() })
export type TraceLink = z.infer<typeof traceLink>

export const traceContract = {
  around: ofEngagement.query(
    'What is linked with an item, directly and over one more link; kinds with many items are cut, and how many were left out is said',
    traceItem.extend({ depth: z.number().int().min(1).max(3).default(2) }),
    z.object({ nodes: z.array(traceNode), links: z.array(traceLink), leftOut: z.array(z.object({ kind: traceKind, count: z.number() })) }),
  ),
}
