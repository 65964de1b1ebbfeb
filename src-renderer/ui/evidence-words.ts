import type { TFunction } from 'i18next'
import type { EvidenceFields, EvidenceRow } from '../../src-main/contract/evidence.ts'
import type { Tone } from './StateTag.tsx'

export const stateTone: Record<EvidenceFields['state'], Tone> = {
  'to-request': 'neutral',
  requested: 'fair',
  received: 'info',
  accepted: 'good',
  rejected: 'poor',
}

export const validityTone: Record<EvidenceRow['validity'], Tone> = {
  expired: 'poor',
  expiring: 'fair',
  current: 'good',
  unlimited: 'neutral',
}

const kilobyte = 1024

/** A size as a person reads it. */
export function sizeWords(t: TFunction, bytes: number): string {
  const unit = bytes < kilobyte ? 'bytes' : bytes < kilobyte ** 2 ? 'kb' : bytes < kilobyte ** 3 ? 'mb' : 'gb'
  const powers = { bytes: 0, kb: 1, mb: 2, gb: 3 }
  const value = bytes / kilobyte ** powers[unit]
  return t(`evidence:size.${unit}`, { count: unit === 'bytes' || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10 })
}
