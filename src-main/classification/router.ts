import { loadQuestionnaire } from '../catalog/questionnaire.ts'
import type { classificationContract } from '../contract/classification.ts'
import type { Handlers, ModuleHandlers } from '../engagement/context.ts'
import { answerQuestion, readClassification, resetClassification, signClassification } from './classifications.ts'

type OfApplication = 'questionnaire'

export const classificationQuestionnaireRouter: Handlers<Pick<typeof classificationContract, OfApplication>, unknown> = {
  questionnaire: () => loadQuestionnaire(),
}

export const classificationRouter: ModuleHandlers<Omit<typeof classificationContract, OfApplication>> = {
  get: ({ file }, { systemId }) => readClassification(file, systemId),
  answer({ file }, { systemId, ...given }) {
    answerQuestion(file, systemId, given)
    return readClassification(file, systemId)
  },
  update({ file }, { systemId, fields }) {
    signClassification(file, systemId, fields)
    return readClassification(file, systemId)
  },
  reset({ file }, { systemId }) {
    resetClassification(file, systemId)
    return readClassification(file, systemId)
  },
}
