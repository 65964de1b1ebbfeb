import type { riskContract } from '../contract/risk.ts'
import type { Handlers, ModuleHandlers } from '../engagement/context.ts'

type OfApplication = 'guide'

export const riskGuideRouter: Partial<Handlers<Pick<typeof riskContract, OfApplication>, unknown>> = {}

export const riskRouter: Partial<ModuleHandlers<Omit<typeof riskContract, OfApplication>>> = {}
