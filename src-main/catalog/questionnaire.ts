import { z } from 'zod'
import { aiActDate, duty, type Questionnaire, question, questionnaire, questionSections } from '../contract/classification.ts'
import { readFolder, readJson } from './read.ts'

const about = questionnaire.pick({ version: true, act: true, notice: true })

let loaded: Questionnaire | undefined

/** The questionnaire on the EU AI Act, its duties and dates, read once; the questions stand in the order of their sections. */
export function loadQuestionnaire(): Questionnaire {
  loaded ??= {
    ...about.parse(readJson('ai-act', 'about.json')),
    questions: inOrder(readFolder('ai-act/questions', question)),
    duties: z.array(duty).parse(readJson('ai-act', 'duties.json')),
    dates: z.array(aiActDate).parse(readJson('ai-act', 'dates.json')),
  }
  return loaded
}

const inOrder = (questions: Questionnaire['questions']) =>
  questionSections.flatMap((section) => questions.filter((candidate) => candidate.section === section))
