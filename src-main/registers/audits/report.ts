import { pendingReport } from '../pending.ts'

export const auditReport = pendingReport('audit')
