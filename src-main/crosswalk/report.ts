import { pendingReport } from '../registers/pending.ts'

export const aiActReport = pendingReport('ai-act')
export const nistReport = pendingReport('nist')
export const iso27001Report = pendingReport('iso-27001')
