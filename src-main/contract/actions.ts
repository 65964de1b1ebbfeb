export const actionsContract = {}
