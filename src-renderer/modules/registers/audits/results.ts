import type { AuditResult } from '../../../../src-main/contract/audits.ts'
import type { Tone } from '../../../ui/StateTag.tsx'

export const toneOfResult: Record<AuditResult, Tone> = {
  conforms: 'good',
  observation: 'info',
  minor: 'fair',
  major: 'poor',
  'not-covered': 'neutral',
  open: 'neutral',
}

export const isFinding = (result: AuditResult) => result === 'observation' || result === 'minor' || result === 'major'
