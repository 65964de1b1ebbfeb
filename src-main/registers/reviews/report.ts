import { pendingReport } from '../pending.ts'

export const reviewReport = pendingReport('review')
