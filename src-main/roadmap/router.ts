import type { roadmapContract } from '../contract/roadmap.ts'
import type { ModuleHandlers } from '../engagement/context.ts'

export const roadmapRouter: ModuleHandlers<typeof roadmapContract> = {}
