import type { trainingContract } from '../../contract/training.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'

export const trainingRouter: ModuleHandlers<typeof trainingContract> = {}
