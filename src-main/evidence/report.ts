import { pendingReport } from '../registers/pending.ts'

export const evidenceRequestReport = pendingReport('evidence-request')
