import { pendingReport } from '../pending.ts'

export const incidentReport = pendingReport('incident')
