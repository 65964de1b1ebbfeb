export const roadmapContract = {}
