export const incidentsContract = {}
