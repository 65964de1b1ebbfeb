export const readinessContract = {}
