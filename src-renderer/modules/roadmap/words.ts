import type { TaskState } from '../../../src-main/contract/roadmap.ts'
import type { Tone } from '../../ui/StateTag.tsx'

export const toneOf: Record<TaskState, Tone> = { late: 'poor', waiting: 'fair', 'under-way': 'info', planned: 'neutral', done: 'good' }
