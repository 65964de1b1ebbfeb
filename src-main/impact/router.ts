import type { impactContract } from '../contract/impact.ts'
import type { Handlers, ModuleHandlers } from '../engagement/context.ts'

type OfApplication = 'guide'

export const impactGuideRouter: Partial<Handlers<Pick<typeof impactContract, OfApplication>, unknown>> = {}

export const impactRouter: Partial<ModuleHandlers<Omit<typeof impactContract, OfApplication>>> = {}
