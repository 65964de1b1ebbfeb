import { Box, Checkbox, Group, Kbd, Radio, Stack, Text, Title } from '@mantine/core'
import { type KeyboardEvent, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer as answerSchema, noneOfThese, type QuestionOption } from '../../../src-main/contract/classification.ts'
import { useChange } from '../../app/calls.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './ClassificationScreen.module.css'
import type { AskedQuestion } from './classification.ts'

interface QuestionCardProps {
  asked: AskedQuestion
  systemId: string
  /** Options that the inventory makes likely. */
  proposed: string[]
  give: (question: string, value: string[]) => Promise<unknown>
  move: (by: number) => void
  /** Keeps a key for the next question where that one is on its way; says whether it did. */
  keep: (key: string) => boolean
  /** The question has arrived: says which keys were kept for it. */
  arrive: () => string[]
}

const reasonField = 'classification-reason'

/** The question in focus: what it asks, its answers, and the reason for the chosen one. */
export function QuestionCard({ asked, systemId, proposed, give, move, keep, arrive }: QuestionCardProps) {
  const { t } = useTranslation('classification')
  const { question, answer } = asked
  const reason = useChange('classification.answer', { quiet: true })
  const { value, latest, choose } = useChosen(asked, give)
  const wantsReason = useRef(false)
  const list = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const hintId = useId()
  // The reason's field comes with the answer, which may still be on its way to the file.
  const hasReason = answer !== undefined && value.length > 0
  useEffect(() => {
    if (!hasReason || !wantsReason.current) return
    wantsReason.current = false
    document.getElementById(reasonField)?.focus()
  }, [hasReason])

  const options = inOrder(question.options)
  const [isUnanswered, setIsUnanswered] = useState(false)
  const optionAt = (index: number) => list.current?.querySelectorAll<HTMLElement>('[data-option]')[index]
  const focused = () => options.findIndex(({ id }) => id === document.activeElement?.getAttribute('data-option'))
  const startAt = options.findIndex(({ id }) => (value.length > 0 ? value.includes(id) : proposed.includes(id)))
  // Where nothing is chosen or likely, no option is closer to a key than the others.
  const focusStart = () => (optionAt(startAt) ?? list.current)?.focus()
  const answerWith = (option: QuestionOption) => {
    setIsUnanswered(false)
    choose(option)
  }
  /** What a key does here; says whether it was one of these. */
  const act = (key: string): boolean => {
    const index = focused()
    const option = options[index]
    const numbered = /^\d$/.test(key) ? ofKey(question.options, key) : undefined
    if (numbered) {
      optionAt(options.indexOf(numbered))?.focus()
      answerWith(numbered)
      return true
    }
    if (key === 'Enter') {
      // Enter alone answers nothing: these are legal questions.
      if (latest.current.length > 0) move(1)
      else setIsUnanswered(true)
      return true
    }
    if (key === ' ') {
      if (option) answerWith(option)
      return true
    }
    if (key === 'Backspace') {
      move(-1)
      return true
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = key === 'ArrowDown' ? index + 1 : Math.max(0, index) - 1
      optionAt((next + options.length) % options.length)?.focus()
      return true
    }
    if (key.toLowerCase() === 'r') {
      wantsReason.current = latest.current.length > 0
      document.getElementById(reasonField)?.focus()
      return true
    }
    return false
  }
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab' || event.key === 'Escape') return
    if (keep(event.key) || act(event.key)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const onReasonKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      move(1)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      focusStart()
    }
  }
  // On arrival the keys are for this question, those typed a moment too early included.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each question, which is one card
  useLayoutEffect(() => {
    focusStart()
    list.current?.closest('[data-card]')?.scrollIntoView({ block: 'start' })
    for (const key of arrive()) if (!keep(key)) act(key)
  }, [])
  const Option = question.kind === 'one' ? Radio : Checkbox
  return (
    <section className={styles.card} data-card aria-labelledby={headingId}>
      <Text size="xs" c="dimmed" fw={500}>
        {question.short} · {question.article}
      </Text>
      <Title order={3} id={headingId} mt={2} mb={question.help ? 4 : 'sm'}>
        {question.text}
      </Title>
      {question.help && (
        <Text size="sm" c="dimmed" mb="sm">
          {question.help}
        </Text>
      )}
      <Box
        ref={list}
        role={question.kind === 'one' ? 'radiogroup' : 'group'}
        aria-labelledby={headingId}
        aria-describedby={isUnanswered ? hintId : undefined}
        tabIndex={-1}
        className={styles.options}
        onKeyDownCapture={onKeyDownCapture}
      >
        <Stack gap={6}>
          {options.map((option, index) => (
            <Option.Card
              key={option.id}
              value={option.id}
              name={question.id}
              data-option={option.id}
              className={styles.option}
              checked={value.includes(option.id)}
              tabIndex={index === Math.max(0, startAt) ? 0 : -1}
              withBorder={false}
              onClick={() => answerWith(option)}
            >
              <Option.Indicator mt={1} size="xs" />
              <OptionWords
                option={option}
                keyName={keyOf(question.options, option)}
                isProposed={value.length === 0 && proposed.includes(option.id)}
                article={question.article}
              />
            </Option.Card>
          ))}
        </Stack>
      </Box>
      <Text id={hintId} role="alert" size="sm" c="red" mt={isUnanswered ? 6 : 0}>
        {isUnanswered ? t('chooseAnswer') : ''}
      </Text>
      {question.kind === 'many' && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('many')}
        </Text>
      )}
      {hasReason && (
        <div style={{ marginTop: 12 }}>
          <RecordField
            schema={answerSchema.shape.reason}
            area="classification"
            field="reason"
            id={reasonField}
            record={answer.id}
            value={answer.reason}
            save={(next: FieldValue) => reason.mutateAsync({ systemId, question: question.id, reason: String(next ?? '') })}
            onKeyDown={onReasonKey}
          />
        </div>
      )}
    </section>
  )
}

/** The options that are chosen here, which are ahead of the file by what is on its way there. */
function useChosen({ question, answer }: AskedQuestion, give: QuestionCardProps['give']) {
  const stored = answer?.value.join(' ') ?? ''
  const inFile = useRef(stored)
  inFile.current = stored
  const [value, setValue] = useState<readonly string[]>(listOf(stored))
  // Two keys can come before the first of them is drawn.
  const latest = useRef(value)
  const underWay = useRef(0)
  const show = useCallback((next: readonly string[]) => {
    latest.current = next
    setValue(next)
  }, [])
  // Undo, or a second window, changes the answer from outside.
  const known = useRef(stored)
  useEffect(() => {
    if (known.current !== stored && underWay.current === 0) show(listOf(stored))
    known.current = stored
  }, [stored, show])
  const choose = (option: QuestionOption) => {
    const next = question.kind === 'one' ? [option.id] : toggled(latest.current, option.id)
    show(next)
    underWay.current += 1
    // Where it was refused, which a notification tells, the answer in the file stands.
    void give(question.id, next)
      .catch(() => show(listOf(inFile.current)))
      .finally(() => {
        underWay.current -= 1
      })
  }
  return { value, latest, choose }
}

/** Of a long list "none of these", which is the answer most often, stands first and not screens away. */
const inOrder = (options: readonly QuestionOption[]): readonly QuestionOption[] =>
  options.length > longestShort ? options.toSorted((a, b) => Number(b.id === noneOfThese) - Number(a.id === noneOfThese)) : options
const longestShort = 10

/** 0 is "none of these" where there is such an answer; 1 to 9 are the others in their order. */
function keyOf(options: readonly QuestionOption[], option: QuestionOption): string | null {
  if (option.id === noneOfThese) return '0'
  const place = options.indexOf(option) + 1
  return place < 10 ? String(place) : null
}

/** A number counts the options, so that the last of a short list has two keys. */
const ofKey = (options: readonly QuestionOption[], key: string): QuestionOption | undefined =>
  key === '0' ? options.find(({ id }) => id === noneOfThese) : options[Number(key) - 1]

const listOf = (stored: string) => (stored === '' ? [] : stored.split(' '))

/** Of a list any number, but “none of these” stands alone. */
function toggled(value: readonly string[], option: string): string[] {
  if (value.includes(option)) return value.filter((each) => each !== option)
  return option === noneOfThese ? [option] : [...value.filter((each) => each !== noneOfThese), option]
}

function OptionWords({
  option,
  keyName,
  isProposed,
  article,
}: {
  option: QuestionOption
  keyName: string | null
  isProposed: boolean
  article: string
}) {
  const { t } = useTranslation('classification')
  return (
    <>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={500}>
          {option.label}
        </Text>
        {option.help && (
          <Text size="xs" c="dimmed">
            {option.help}
          </Text>
        )}
        {isProposed && (
          <StateTag tone="info" bare>
            {t('fromInventory')}
          </StateTag>
        )}
      </div>
      <Group gap={8} wrap="nowrap">
        {option.article && option.article !== article && (
          <Text size="xs" c="dimmed" ta="right" maw={120}>
            {option.article}
          </Text>
        )}
        {keyName && <Kbd size="xs">{keyName}</Kbd>}
      </Group>
    </>
  )
}
