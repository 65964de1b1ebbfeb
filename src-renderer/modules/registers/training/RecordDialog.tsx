import { Button, Group, MultiSelect, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { localDay } from '../../../../src-main/contract/days.ts'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

const modes = ['attended', 'needed', 'released'] as const
const mode = z.enum(modes)
/** Of a list of thousands the choice shows the first that match. */
const mostShown = 50

interface RecordDialogProps {
  /** Who is chosen already; they are chosen here where it is left out. */
  personIds?: readonly string[]
  courseIds?: readonly string[]
  close: () => void
  done?: () => void
}

/** Records for many people at once that they attended, need or do not need courses. */
export function RecordDialog({ personIds, courseIds = [], close, done }: RecordDialogProps) {
  const { t } = useTranslation('training')
  const { data: matrix } = useProcedure('training.matrix', {})
  const record = useChange('training.record')
  const release = useChange('training.release')
  const [people, setPeople] = useState([...(personIds ?? [])])
  const [courses, setCourses] = useState([...courseIds])
  const [what, setWhat] = useState<(typeof modes)[number]>('attended')
  const [day, setDay] = useState<string | null>(localDay(new Date()))
  const [result, setResult] = useState('')
  const named = (items: readonly { id: string; reference: string; title: string }[] = []) =>
    items.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }))
  const submit = () => {
    const onSuccess = () => {
      close()
      done?.()
    }
    const both = { personIds: people, courseIds: courses }
    if (what === 'released') return release.mutate(both, { onSuccess })
    const fields = what === 'needed' ? { dueOn: day } : { attendedOn: day, ...(result.trim() === '' ? {} : { result }) }
    record.mutate({ ...both, fields }, { onSuccess })
  }
  const isReady = people.length > 0 && courses.length > 0 && (what !== 'attended' || day !== null)
  return (
    <Dialog title={t('recordTitle', { count: people.length })} onClose={close}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('what')}
          data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          value={what}
          onChange={(value) => setWhat(mode.parse(value))}
          data-autofocus
        />
        {personIds === undefined && (
          <MultiSelect label={t('person')} data={named(matrix?.people)} value={people} onChange={setPeople} searchable limit={mostShown} />
        )}
        <MultiSelect
          label={t('courses')}
          description={t('coursesHelp')}
          data={named(matrix?.courses)}
          value={courses}
          onChange={setCourses}
          searchable
        />
        {what !== 'released' && (
          <DateInput
            label={t(what === 'attended' ? 'attendedOn' : 'dueOn')}
            value={day}
            onChange={setDay}
            valueFormat="YYYY-MM-DD"
            clearable={what === 'needed'}
          />
        )}
        {what === 'attended' && (
          <TextInput
            label={t('result')}
            description={t('resultHelp')}
            value={result}
            onChange={({ currentTarget }) => setResult(currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button disabled={!isReady} loading={record.isPending || release.isPending} onClick={submit}>
            {t('record')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
