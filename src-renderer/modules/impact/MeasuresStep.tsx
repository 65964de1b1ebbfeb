import { Anchor, Select } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Impact, type Measure, measureFields } from '../../../src-main/contract/impact.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import { focusSoon, inputId } from './place.ts'
import { RecordsTable } from './RecordsTable.tsx'
import type { StepProps } from './step.ts'

/** What is done about the harms, by whom, until when, and through which control. */
export function MeasuresStep({ assessment, step }: StepProps) {
  const add = useChange('impact.addMeasure')
  const remove = useChange('impact.removeMeasure')
  const columns = useMeasureColumns(assessment.impacts)
  return (
    <RecordsTable
      step={step}
      assessmentId={assessment.id}
      rows={assessment.measures}
      columns={columns}
      words="measures"
      add={() =>
        add.mutate(
          { assessmentId: assessment.id, fields: {} },
          { onSuccess: ({ measures }) => focusSoon(inputId('description', measures.at(-1)?.id)) },
        )
      }
      remove={(id) => remove.mutate({ id })}
    />
  )
}

function useMeasureColumns(impacts: Impact[]): TableColumn<Measure>[] {
  const { t } = useTranslation(['impact', 'ui'])
  const { handle } = useParams({ from: '/e/$handle' })
  const { data: decisions } = useProcedure('soa.decisions', {})
  const { mutate, mutateAsync } = useChange('impact.updateMeasure', { quiet: true })
  return useMemo(() => {
    const inPlace = (field: 'description' | 'owner' | 'dueDate' | 'status') => (row: Measure) => (
      <RecordField
        bare
        id={inputId(field, row.id)}
        schema={measureFields.shape[field]}
        area="impact"
        field={field}
        record={row.id}
        value={row[field]}
        save={(value: FieldValue) => mutateAsync({ id: row.id, fields: measureFields.partial().parse({ [field]: value }) })}
      />
    )
    const harms = impacts.map(({ id, description }) => ({ value: id, label: description || t('unnamed') }))
    const controls = (decisions ?? []).map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))
    const linked = (field: 'impactId' | 'controlCode', data: { value: string; label: string }[]) => (row: Measure) => (
      <Select
        variant="unstyled"
        // Room for the cross and the arrows.
        styles={{ input: { paddingInlineEnd: 44, textOverflow: 'ellipsis' } }}
        aria-label={t(`fields.${field}`)}
        data={data}
        value={row[field]}
        onChange={(value) => mutate({ id: row.id, fields: { [field]: value } })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('ui:clear') }}
        placeholder={t('ui:choose')}
      />
    )
    const labelOf = (data: { value: string; label: string }[], wanted: string | null) =>
      data.find(({ value }) => value === wanted)?.label ?? ''
    return [
      {
        id: 'description',
        title: t('columns.measure'),
        width: 214,
        text: ({ description }) => description,
        render: inPlace('description'),
      },
      { id: 'owner', title: t('fields.owner'), width: 168, text: ({ owner }) => owner, render: inPlace('owner') },
      { id: 'dueDate', title: t('fields.dueDate'), width: 128, text: ({ dueDate }) => dueDate ?? '', render: inPlace('dueDate') },
      { id: 'status', title: t('fields.status'), width: 112, text: ({ status }) => t(`status.${status}`), render: inPlace('status') },
      {
        id: 'harm',
        title: t('fields.impactId'),
        width: 180,
        text: ({ impactId }) => labelOf(harms, impactId),
        render: linked('impactId', harms),
      },
      {
        id: 'control',
        title: t('fields.controlCode'),
        width: 140,
        text: ({ controlCode }) => labelOf(controls, controlCode),
        render: (row) => (
          <>
            {linked('controlCode', controls)(row)}
            {row.controlCode !== null && (
              <Anchor
                size="xs"
                underline="always"
                renderRoot={(props) => <Link {...props} to="/e/$handle/soa" params={{ handle }} search={{ code: row.controlCode ?? '' }} />}
              >
                {t('openControl', { code: row.controlCode })}
              </Anchor>
            )}
          </>
        ),
      },
    ]
  }, [t, handle, decisions, impacts, mutate, mutateAsync])
}
