import type { MeasureLevel } from '../../../../src-main/contract/measures.ts'
import type { Tone } from '../../../ui/StateTag.tsx'

export const levelTones: Record<MeasureLevel, Tone> = { none: 'neutral', 'on-target': 'good', 'off-target': 'fair', alert: 'poor' }
