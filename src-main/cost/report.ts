import { pendingReport } from '../registers/pending.ts'

export const costReport = pendingReport('cost')
