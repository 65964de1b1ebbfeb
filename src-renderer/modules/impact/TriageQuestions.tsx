import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment, ImpactGuide } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Impact.module.css'
import { inputId } from './place.ts'

type Answer = 'yes' | 'no' | 'open'
const answers: Record<Answer, boolean | null> = { yes: true, no: false, open: null }
const answerOf = (value: boolean | undefined): Answer => (value === undefined ? 'open' : value ? 'yes' : 'no')
const byKey: Record<string, Answer> = { y: 'yes', n: 'no', '0': 'open' }

/** The thresholds, one by one: Y and N answer and go on to the next, and what the answers ask for stands under them. */
export function TriageQuestions({ assessment, guide }: { assessment: Assessment; guide: ImpactGuide }) {
  const { t } = useTranslation('impact')
  const change = useChange('impact.answerTriage')
  const answer = (question: string, given: Answer) => change.mutate({ assessmentId: assessment.id, question, value: answers[given] })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const given = byKey[event.key.toLowerCase()]
    const question = guide.triage[index]
    if (!given || !question || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    answer(question.id, given)
    const next = guide.triage[index + 1]
    focusQuestion(next?.id) || document.getElementById(inputId('triage'))?.focus()
  }
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {t('triageKeys')}
      </Text>
      {guide.triage.map((question, index) => (
        <div key={question.id} className={styles.question}>
          <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
            <div>
              <Text size="md" fw={500} id={inputId('question', question.id)}>
                {question.text}
              </Text>
              <Text size="xs" c="dimmed">
                {question.help}
              </Text>
              <Text size="xs" c="dimmed">
                {question.source}
              </Text>
            </div>
            <SegmentedControl
              data-question={question.id}
              aria-labelledby={inputId('question', question.id)}
              value={answerOf(assessment.triageAnswers[question.id])}
              onChange={(value) => answer(question.id, value === 'yes' || value === 'no' ? value : 'open')}
              onKeyDown={(event) => onKeyDown(event, index)}
              data={(['yes', 'no', 'open'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
              style={{ flexShrink: 0 }}
            />
          </Group>
        </div>
      ))}
      <div style={{ marginBlockStart: 12 }}>
        <Notice
          tone={assessment.triageProposal === 'full' ? 'fair' : assessment.triageProposal === 'open' ? 'neutral' : 'good'}
          role="status"
        >
          {t(`proposal.${assessment.triageProposal}`, {
            count: Object.values(assessment.triageAnswers).filter(Boolean).length,
          })}
        </Notice>
      </div>
    </Stack>
  )
}

/** Says whether there is such a question. */
function focusQuestion(id: string | undefined): boolean {
  const radios = document.querySelector(`[data-question="${CSS.escape(id ?? '')}"]`)
  const radio = radios?.querySelector<HTMLInputElement>('input:checked') ?? radios?.querySelector('input')
  radio?.focus()
  return radio !== undefined && radio !== null
}
