import { ActionIcon, Box, Group, Kbd, Progress, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Classification } from '../../../src-main/contract/classification.ts'
import { useChange } from '../../app/calls.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './ClassificationScreen.module.css'
import { type AskedQuestion, end, useAnswering, useAsked } from './classification.ts'
import { PrintRecord } from './PrintRecord.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { type Onward, SignOff } from './SignOff.tsx'

/** One question after the other, the answered ones in short above it. Escape gives the focus back to the list. */
export function Wizard({ classification, isRetired, onward }: { classification: Classification; isRetired: boolean; onward: Onward }) {
  const { t } = useTranslation('classification')
  const asked = useAsked(classification)
  const { give, settled } = useAnswering(classification.id)
  const reset = useChange('classification.reset')
  const [chosen, setChosen] = useState<string | null>(null)
  const firstOpen = asked.find(({ isAnswered }) => !isAnswered)?.question.id ?? end
  // A question that an answer has made needless is not shown any more.
  const current = chosen === end || asked.some(({ question }) => question.id === chosen) ? (chosen ?? firstOpen) : firstOpen
  const isMoving = useRef(false)
  const waiting = useRef<string[]>([])

  /** To the question after or before the one that is shown, once it is known which questions matter now. */
  const move = async (by: number) => {
    isMoving.current = true
    const known = await settled()
    const order = [...(known ?? classification).asked, end]
    const next = order[Math.min(order.length - 1, Math.max(0, order.indexOf(current) + by))]
    if (next === undefined || next === current) arrive()
    else setChosen(next)
  }
  /** What is typed while the next question is on its way is for that one. */
  const keep = (key: string): boolean => {
    if (isMoving.current) waiting.current.push(key)
    return isMoving.current
  }
  /** The next question is there: says what was typed for it. */
  const arrive = (): string[] => {
    isMoving.current = false
    return waiting.current.splice(0)
  }
  /** The question stays while it is answered, although it is not the first open one any more. */
  const answer = (question: string, value: string[]) => {
    setChosen(question)
    return give(question, value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onward.back()
  }
  if (asked.length === 0) return null
  const answered = asked.filter(({ isAnswered }) => isAnswered).length
  return (
    <section className={styles.wizard} aria-label={classification.systemName} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
          <Title order={2} style={{ overflowWrap: 'anywhere' }}>
            {classification.systemName}
          </Title>
          <Group gap="xs" wrap="nowrap">
            <PrintRecord systemId={classification.id} disabled={answered === 0} />
            <Tooltip label={t('reset')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('reset')}
                disabled={answered === 0}
                onClick={() => reset.mutate({ systemId: classification.id }, { onSuccess: () => setChosen(null) })}
              >
                <IconRestore size={16} />
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
        <Group gap="sm" mt={6} wrap="nowrap">
          <Progress
            value={(answered / Math.max(1, asked.length)) * 100}
            size={6}
            aria-label={t('progress')}
            transitionDuration={100}
            style={{ flex: 1, maxWidth: 220 }}
          />
          <Text size="xs" c="dimmed" aria-live="polite">
            {t('answered', { answered, asked: asked.length })}
          </Text>
        </Group>
        {isRetired && (
          <Box mt="xs">
            <Notice tone="fair">{t('retired')}</Notice>
          </Box>
        )}
        <Keys />
      </header>
      <div className={styles.questions}>
        {asked.map((each, index) => (
          <Fragment key={each.question.id}>
            {(each.isAnswered || each.question.id === current) && asked[index - 1]?.question.section !== each.question.section && (
              <div className={styles.section}>{t(`section.${each.question.section}`)}</div>
            )}
            {each.question.id === current ? (
              <QuestionCard
                asked={each}
                systemId={classification.id}
                proposed={classification.proposed.find(({ question }) => question === each.question.id)?.value ?? []}
                give={answer}
                move={(by) => void move(by)}
                keep={keep}
                arrive={arrive}
              />
            ) : (
              each.isAnswered && <Answered asked={each} open={() => setChosen(each.question.id)} />
            )}
          </Fragment>
        ))}
        {current === end && (
          <SignOff
            classification={classification}
            isReached={chosen === end}
            arrive={arrive}
            previous={() => void move(-1)}
            toFirstOpen={() => setChosen(firstOpen)}
            onward={onward}
          />
        )}
      </div>
    </section>
  )
}

/** An answered question in short; opens it to change the answer. */
function Answered({ asked: { question, answer }, open }: { asked: AskedQuestion; open: () => void }) {
  const chosen = question.options.filter(({ id }) => answer?.value.includes(id))
  return (
    <UnstyledButton className={styles.answered} onClick={open} data-question={question.id}>
      <Text size="sm" c="dimmed">
        {question.short}
      </Text>
      <span>
        {chosen.map(({ label }) => label).join('; ')}
        {answer?.reason && (
          <Text size="xs" c="dimmed" lineClamp={3}>
            {answer.reason}
          </Text>
        )}
      </span>
    </UnstyledButton>
  )
}

function Keys() {
  const { t } = useTranslation('classification')
  return (
    <Text size="xs" c="dimmed" mt={6} visibleFrom="sm">
      <Kbd size="xs">1</Kbd>–<Kbd size="xs">9</Kbd> {t('keys.choose')} <Kbd size="xs">↵</Kbd> {t('keys.next')} <Kbd size="xs">⌫</Kbd>{' '}
      {t('keys.previous')} <Kbd size="xs">R</Kbd> {t('keys.reason')} <Kbd size="xs">Esc</Kbd> {t('keys.list')}
    </Text>
  )
}
