import { pendingReport } from '../registers/pending.ts'

export const readinessReport = pendingReport('readiness')
