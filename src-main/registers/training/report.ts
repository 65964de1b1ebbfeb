import { pendingReport } from '../pending.ts'

export const trainingReport = pendingReport('training')
