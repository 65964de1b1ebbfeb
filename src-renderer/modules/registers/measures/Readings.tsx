import { ActionIcon, Button, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconClipboard, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../src-main/contract/days.ts'
import { type Reading, readingFields } from '../../../../src-main/contract/measures.ts'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { RecordField } from '../../../ui/RecordField.tsx'
import { Part } from '../Part.tsx'
import styles from '../strip.module.css'
import { PasteReadings } from './PasteReadings.tsx'

/** The newest readings are shown at first. */
const shownFirst = 8

const asLine = { gridTemplateColumns: '118px 84px minmax(0, 1fr) 28px' }

/** The readings of a measure, newest first, each changed where it stands; a new one, or a list from a spreadsheet. */
export function Readings({ id }: { id: string }) {
  const { t } = useTranslation('measures')
  const [isPasting, setIsPasting] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  const { data: details } = useProcedure('measures.get', { id })
  if (details?.id !== id) return null
  const { readings } = details
  return (
    <Part title={t('readings.title')}>
      <NewReading key={id} id={id} />
      {readings.length === 0 && (
        <Text size="sm" c="dimmed" my={8}>
          {t('readings.empty')}
        </Text>
      )}
      <ul className={styles.plain} aria-label={t('readings.title')} style={{ gap: 4, marginBlock: 8 }}>
        {(isWhole ? readings : readings.slice(0, shownFirst)).map((reading) => (
          <ReadingLine key={reading.id} reading={reading} />
        ))}
      </ul>
      <Group gap="xs">
        {!isWhole && readings.length > shownFirst && (
          <Button variant="subtle" onClick={() => setIsWhole(true)}>
            {t('readings.all', { count: readings.length })}
          </Button>
        )}
        <Button variant="default" leftSection={<IconClipboard size={14} aria-hidden />} onClick={() => setIsPasting(true)}>
          {t('readings.paste')}
        </Button>
      </Group>
      {isPasting && <PasteReadings id={id} close={() => setIsPasting(false)} />}
    </Part>
  )
}

function NewReading({ id }: { id: string }) {
  const { t } = useTranslation('measures')
  const add = useChange('measures.addReadings')
  const [day, setDay] = useState<string | null>(() => localDay(new Date()))
  const [value, setValue] = useState<number | string>('')
  const [note, setNote] = useState('')
  const isReady = day !== null && typeof value === 'number'
  return (
    <form
      className={styles.line}
      style={{ gridTemplateColumns: '118px 84px minmax(0, 1fr) auto', alignItems: 'end' }}
      aria-label={t('readings.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        const done = () => {
          setValue('')
          setNote('')
        }
        add.mutate({ id, readings: [{ day, value, note }] }, { onSuccess: done })
      }}
    >
      <DateInput label={t('fields.day')} value={day} onChange={setDay} valueFormat="YYYY-MM-DD" />
      <NumberInput label={t('fields.value')} value={value} onChange={setValue} hideControls decimalScale={6} />
      <TextInput label={t('fields.note')} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} maxLength={500} />
      <Button type="submit" disabled={!isReady} leftSection={<IconPlus size={14} aria-hidden />}>
        {t('readings.addThis')}
      </Button>
    </form>
  )
}

function ReadingLine({ reading }: { reading: Reading }) {
  const { t } = useTranslation('measures')
  const update = useChange('measures.updateReading', { quiet: true })
  const remove = useChange('measures.removeReadings')
  return (
    <li className={styles.line} style={asLine}>
      {(['day', 'value', 'note'] as const).map((field) => (
        <RecordField
          key={field}
          bare
          schema={readingFields.shape[field]}
          area="measures"
          field={field}
          record={reading.id}
          value={reading[field]}
          save={(value) => update.mutateAsync({ readingId: reading.id, fields: { [field]: value } })}
        />
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('readings.remove', { day: reading.day })}
        onClick={() => remove.mutate({ readingIds: [reading.id] })}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  )
}
