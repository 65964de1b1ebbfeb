export const costContract = {}
