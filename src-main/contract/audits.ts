export const auditsContract = {}
