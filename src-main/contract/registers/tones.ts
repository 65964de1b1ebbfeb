import type { RegisterId } from './index.ts'

/** How good or bad a state is; shown as a shape and a tint beside its word. */
export type StateTone = 'good' | 'fair' | 'poor' | 'info' | 'neutral'

type Tones = Record<string, StateTone>

const level: Tones = { low: 'good', medium: 'fair', high: 'poor', critical: 'poor' }
const answered: Tones = { open: 'neutral', yes: 'good', partly: 'fair', no: 'poor' }

/** The tone of each choice of the fields that say how an entry stands; every `state` is among them. */
export const stateTones: Record<RegisterId, Record<string, Tones>> = {
  issues: { state: { open: 'fair', watched: 'info', closed: 'neutral' } },
  parties: { addressed: answered },
  commitments: { state: { planned: 'info', shown: 'good', lapsed: 'poor' } },
  roles: { state: { proposed: 'info', appointed: 'good', ended: 'neutral' } },
  objectives: { state: { draft: 'neutral', agreed: 'info', 'on-track': 'good', 'at-risk': 'poor', met: 'good', dropped: 'neutral' } },
  changes: { state: { proposed: 'neutral', approved: 'info', 'under-way': 'info', done: 'good', rejected: 'neutral' } },
  resources: { available: answered },
  people: { state: { active: 'good', left: 'neutral' } },
  courses: { state: { planned: 'info', offered: 'good', ended: 'neutral' } },
  communications: { state: { planned: 'info', running: 'good', ended: 'neutral' } },
  information: { state: { missing: 'poor', draft: 'fair', 'in-review': 'info', approved: 'good', withdrawn: 'neutral' } },
  operations: { state: { planned: 'info', operating: 'good', 'not-operating': 'poor', ended: 'neutral' } },
  suppliers: {
    state: { candidate: 'info', active: 'good', ended: 'neutral' },
    criticality: level,
    dueDiligence: { 'not-started': 'poor', 'under-way': 'info', passed: 'good', 'passed-with-conditions': 'fair', failed: 'poor' },
  },
  incidents: { state: { open: 'poor', investigating: 'fair', contained: 'info', closed: 'good' }, severity: level },
  measures: { state: { active: 'good', paused: 'fair', ended: 'neutral' } },
  audits: { state: { planned: 'neutral', 'under-way': 'info', held: 'fair', reported: 'good', cancelled: 'neutral' } },
  reviews: { state: { planned: 'neutral', held: 'fair', approved: 'good', cancelled: 'neutral' } },
  nonconformities: {
    state: { open: 'poor', analysed: 'fair', correcting: 'info', verifying: 'info', closed: 'good' },
    grade: { major: 'poor', minor: 'fair', observation: 'info' },
    effective: { open: 'neutral', yes: 'good', no: 'poor' },
  },
  actions: { state: { open: 'fair', 'under-way': 'info', done: 'good', dropped: 'neutral' } },
  evidence: { state: { 'to-request': 'fair', requested: 'info', received: 'info', accepted: 'good', rejected: 'poor' } },
}

/** The tone of a value; null where the field says nothing about how the entry stands. */
export const toneOf = (register: RegisterId, field: string, value: unknown): StateTone | null =>
  typeof value === 'string' ? (stateTones[register][field]?.[value] ?? null) : null
