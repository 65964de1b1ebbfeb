export const evidenceContract = {}
