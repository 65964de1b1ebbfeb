import { pendingReport } from '../registers/pending.ts'

export const actionsReport = pendingReport('actions')
