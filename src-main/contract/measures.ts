export const measuresContract = {}
