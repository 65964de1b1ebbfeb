export const crosswalkContract = {}
