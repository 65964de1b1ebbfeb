import { z } from 'zod'
import { nothing, ofEngagement } from './procedure.ts'
import { registerId } from './registers/index.ts'

/** Things that are linked: an auditor walks from a control to what calls for it, and back. */
export const traceKinds = ['system', 'duty', 'assessment', 'risk', 'control', 'requirement', 'finding', 'record'] as const
export const traceKind = z.enum(traceKinds)
export type TraceKind = z.infer<typeof traceKind>

/** Record id, or for a control its code, for a requirement its clause, for a finding its catalog id, for a duty its id; a record is an entry of a register. */
export const traceItem = z.object({ kind: traceKind, id: z.string() })
export type TraceItem = z.infer<typeof traceItem>

export const traceNode = traceItem.extend({
  /** Short name before the title: a control's code, a risk's reference, a duty's article; empty where there is none. */
  code: z.string(),
  title: z.string(),
  /** Its state in a word, already said: excluded, high risk, does not conform. */
  state: z.string(),
  tone: z.enum(['neutral', 'good', 'fair', 'poor', 'info']),
  /** The register of a record; null for anything else. */
  register: registerId.nullable(),
  /** Links from the item in the middle; 0 is that item. */
  distance: z.number().int(),
})
export type TraceNode = z.infer<typeof traceNode>

export const traceLink = z.object({ from: traceItem, to: traceItem, /** Why they are linked, in a few words. */ why: z.string() })
export type TraceLink = z.infer<typeof traceLink>

const leftOut = z.array(z.object({ kind: traceKind, count: z.number() }))

/** What is not traced: each is a hole that an auditor finds. */
export const traceHoles = [
  'systems-unclassified',
  'high-risk-without-assessment',
  'risks-untreated',
  'risks-unlinked',
  'systems-without-anything',
] as const
export const traceHole = z.enum(traceHoles)
export type TraceHole = z.infer<typeof traceHole>

export const traceStart = z.object({
  /** Controls that most calls for. */
  controls: z.array(z.object({ code: z.string(), title: z.string(), links: z.number() })),
  /** How many there are of each, and the first few. */
  holes: z.array(z.object({ hole: traceHole, count: z.number(), first: z.array(traceItem.extend({ title: z.string() })) })),
})
export type TraceStart = z.infer<typeof traceStart>

export const traceContract = {
  around: ofEngagement.query(
    'What is linked with an item, directly and over further links; kinds with many items are cut, and how many were left out is said',
    traceItem.extend({ depth: z.number().int().min(1).max(3).default(2) }),
    z.object({ nodes: z.array(traceNode), links: z.array(traceLink), leftOut }),
  ),
  start: ofEngagement.query('Where to begin: the controls that most is linked with, and what is not traced', nothing, traceStart),
}
