import { pendingReport } from '../pending.ts'

export const scopeReport = pendingReport('scope')
export const policyReport = pendingReport('policy')
export const riskProcessReport = pendingReport('risk-process')
export const treatmentProcessReport = pendingReport('treatment-process')
export const impactProcessReport = pendingReport('impact-process')
export const auditProgrammeReport = pendingReport('audit-programme')
