import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Classification, type ClassificationField, classificationFields } from '../../../src-main/contract/classification.ts'
import { localDay } from '../../../src-main/contract/days.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import styles from './ClassificationScreen.module.css'

interface SignOffProps {
  classification: Classification
  /** Come to by the questions, and not by opening a system that is done. */
  isReached: boolean
  arrive: () => void
  previous: () => void
  toFirstOpen: () => void
  onward: Onward
}

/** Where the work goes on once a system is signed off. */
export interface Onward {
  /** The next system without a class; null where none is left. */
  next: { id: string; name: string } | null
  open: (id: string) => void
  /** Back to the list of systems. */
  back: () => void
}

/** The end of the questionnaire: who classified the system, when, and when to look again. */
export function SignOff({ classification, isReached, arrive, previous, toFirstOpen, onward }: SignOffProps) {
  const { t } = useTranslation('classification')
  const { data: engagement } = useProcedure('engagement.get', {})
  const sign = useChange('classification.update')
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useLayoutEffect(() => {
    arrive()
    // A record that is opened is read from its beginning.
    heading.current?.focus({ preventScroll: true })
    if (isReached) heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== heading.current || (event.key !== 'Backspace' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    previous()
  }
  const { complete } = classification.outcome
  const isSigned = complete && classification.classifiedOn !== null
  const signNow = () =>
    sign.mutate({
      systemId: classification.id,
      fields: { classifiedBy: engagement?.consultant ?? '', classifiedOn: localDay(new Date()) },
    })
  return (
    <section className={styles.card} onKeyDown={onKeyDown} aria-label={t('signOff')}>
      <Title order={3} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {t(complete ? 'allAnswered' : 'stillOpen')}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="sm">
        {t(complete ? 'allAnsweredText' : 'stillOpenText')}
      </Text>
      {!complete && (
        <Button variant="default" onClick={toFirstOpen} mb="sm">
          {t('toFirstOpen')}
        </Button>
      )}
      {complete && !isSigned && (
        <Button onClick={signNow} mb="sm">
          {t('signNow')}
        </Button>
      )}
      {isSigned && <GoOn onward={onward} isSigning={sign.isSuccess} />}
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <SignField classification={classification} field="classifiedBy" />
          <SignField classification={classification} field="classifiedOn" />
          <SignField classification={classification} field="reviewDate" />
        </SimpleGrid>
        <SignField classification={classification} field="notes" />
      </Stack>
    </section>
  )
}

/** To the next system that has no class; whoever has just signed has the focus on it. */
function GoOn({ onward: { next, open, back }, isSigning }: { onward: Onward; isSigning: boolean }) {
  const { t } = useTranslation('classification')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSigning) button.current?.focus({ preventScroll: true })
  }, [isSigning])
  return (
    <Button
      ref={button}
      variant="default"
      mb="sm"
      onClick={() => (next ? open(next.id) : back())}
      styles={{ label: { whiteSpace: 'normal' } }}
      h="auto"
      py={6}
    >
      {next ? t('nextSystem', { name: next.name }) : t('backToList')}
    </Button>
  )
}

function SignField({ classification, field }: { classification: Classification; field: ClassificationField }) {
  const update = useChange('classification.update', { quiet: true })
  if (classification.record === null) return null
  return (
    <RecordField
      schema={classificationFields.shape[field]}
      area="classification"
      field={field}
      record={classification.record}
      value={classification[field]}
      save={(value: FieldValue) =>
        update.mutateAsync({ systemId: classification.id, fields: classificationFields.partial().parse({ [field]: value }) })
      }
    />
  )
}
