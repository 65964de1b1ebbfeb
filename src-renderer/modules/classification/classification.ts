import { useCallback, useMemo, useRef } from 'react'
import type { Answer, Classification, Question, RiskClass } from '../../../src-main/contract/classification.ts'
import { isInUse, type SystemRow } from '../../../src-main/contract/inventory.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { Tone } from '../../ui/StateTag.tsx'

/** A system that somebody has to classify still. */
export const needsClass = (system: SystemRow) => system.riskClass === 'unclassified' && isInUse(system)

export const classTone: Record<RiskClass, Tone> = {
  unclassified: 'neutral',
  'not-an-ai-system': 'neutral',
  'out-of-scope': 'neutral',
  prohibited: 'poor',
  'high-risk': 'fair',
  transparency: 'info',
  minimal: 'good',
}

/** Where the end of the questionnaire is: after the last question that is asked. */
export const end = 'end'

export interface AskedQuestion {
  question: Question
  answer: Answer | undefined
  isAnswered: boolean
}

/** The questions that matter for a system, in order, each with its answer. */
export function useAsked(classification: Classification | undefined): AskedQuestion[] {
  const { data: questionnaire } = useProcedure('classification.questionnaire', {})
  return useMemo(() => {
    if (!classification || !questionnaire) return []
    const questions = new Map(questionnaire.questions.map((question) => [question.id, question]))
    const answers = new Map(classification.answers.map((answer) => [answer.question, answer]))
    return classification.asked.flatMap((id) => {
      const question = questions.get(id)
      const answer = answers.get(id)
      return question ? [{ question, answer, isAnswered: (answer?.value.length ?? 0) > 0 }] : []
    })
  }, [classification, questionnaire])
}

/** Answers in the order in which they were given, however fast; `settled` waits for those under way and says what is known then. */
export function useAnswering(systemId: string) {
  const { mutateAsync } = useChange('classification.answer')
  const latest = useRef<Promise<Classification | undefined>>(Promise.resolve(undefined))
  const give = useCallback(
    (question: string, value: string[]): Promise<unknown> => {
      // A refused answer has been told in a notification; the next one is given all the same.
      const before = latest.current.catch(() => undefined)
      latest.current = before.then(() => mutateAsync({ systemId, question, value }))
      return latest.current
    },
    [mutateAsync, systemId],
  )
  const settled = useCallback(async () => {
    const underWay = latest.current
    const known = await underWay.catch(() => undefined)
    // What was known then may be undone later.
    if (latest.current === underWay) latest.current = Promise.resolve(undefined)
    return known
  }, [])
  return { give, settled }
}
