export const raciContract = {}
