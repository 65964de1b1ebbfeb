import type { classificationContract } from '../contract/classification.ts'
import type { Handlers, ModuleHandlers } from '../engagement/context.ts'

type OfApplication = 'questionnaire'

export const classificationQuestionnaireRouter: Partial<Handlers<Pick<typeof classificationContract, OfApplication>, unknown>> = {}

export const classificationRouter: Partial<ModuleHandlers<Omit<typeof classificationContract, OfApplication>>> = {}
