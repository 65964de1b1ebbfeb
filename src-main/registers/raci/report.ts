import { pendingReport } from '../pending.ts'

export const raciReport = pendingReport('raci')
