export const statementsContract = {}
