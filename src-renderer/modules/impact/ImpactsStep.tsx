import { Group, Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Impact, type ImpactFields, impactFields } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import type { FieldValue } from '../../ui/draft.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { AddImpact } from './AddImpact.tsx'
import { FoldedGuidance } from './Guidance.tsx'
import styles from './Impact.module.css'
import { ImpactPanel } from './ImpactPanel.tsx'
import { LevelTag } from './LevelTag.tsx'
import { focusSoon, inputId } from './place.ts'
import { type RatingField, RatingInput, scaleOf } from './Rating.tsx'
import type { StepProps } from './step.ts'

const before: RatingField[] = ['severity', 'reach', 'reversibility', 'likelihood']
const after: RatingField[] = ['residualSeverity', 'residualLikelihood']

/** Benefits and harms as a table, rated by digits; a row opens the panel with everything about it. */
export function ImpactsStep({ assessment, guide, step, go }: StepProps) {
  const { t } = useTranslation('impact')
  const { id: openId, field } = useSearch({ strict: false })
  const [rated, setRated] = useState<RatingField | null>(null)
  const table = useRef<DataTableHandle>(null)
  const columns = useImpactColumns(assessment.measures, setRated)
  const titles = useMemo(() => new Map(guide.dimensions.map(({ id, title }) => [id, title])), [guide])
  const rows = useMemo(() => inOrder(assessment.impacts, guide.dimensions), [assessment.impacts, guide])
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && openId && !field) table.current?.focusRow(openId)
    arrived.current = true
  }, [openId, field])
  const open = rows.find(({ id }) => id === openId)
  const show = (record?: string) => go({ step: step.id, record })
  return (
    <>
      <div className={styles.table}>
        <div className={styles.bar}>
          <FoldedGuidance step={step} assessmentId={assessment.id} />
          <AddImpact assessment={assessment} guide={guide} added={(id) => focusSoon(inputId('description', id))} />
        </div>
        <DataTable
          ref={table}
          label={t('impactsTitle')}
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          groupOf={({ dimension }) => titles.get(dimension) ?? dimension}
          openId={openId ?? null}
          onOpen={({ id }) => show(id)}
          empty={<EmptyState title={t('noImpactsTitle')}>{t('noImpacts')}</EmptyState>}
        />
        <Text size="xs" c="dimmed" className={styles.legend ?? ''} aria-live="polite">
          {rated === null
            ? t('ratingKeys')
            : t('scale', {
                field: t(`fields.${rated}`),
                words: guide.scales[scaleOf[rated]].map(({ word }, index) => `${index + 1} ${word}`).join(' · '),
              })}
        </Text>
      </div>
      {open && (
        <ImpactPanel
          key={open.id}
          impact={open}
          assessment={assessment}
          guide={guide}
          go={go}
          close={() => {
            table.current?.focusRow(open.id)
            show()
          }}
        />
      )}
    </>
  )
}

/** By dimension in the order of the guide, harms first. */
function inOrder(impacts: Impact[], dimensions: { id: string }[]): Impact[] {
  const place = new Map(dimensions.map(({ id }, index) => [id, index]))
  const at = ({ dimension, kind }: Impact) => (place.get(dimension) ?? 0) * 2 + (kind === 'harm' ? 0 : 1)
  return impacts.toSorted((a, b) => at(a) - at(b))
}

function useImpactColumns(measures: { impactId: string | null }[], onRate: (field: RatingField) => void): TableColumn<Impact>[] {
  const { t } = useTranslation('impact')
  const { mutateAsync } = useChange('impact.updateImpact', { quiet: true })
  return useMemo(() => {
    const inPlace = (field: 'description' | 'kind' | 'subject') => (row: Impact) => (
      <RecordField
        bare
        id={inputId(field, row.id)}
        schema={impactFields.shape[field]}
        area="impact"
        field={field}
        record={row.id}
        value={row[field]}
        save={(value: FieldValue) => mutateAsync({ id: row.id, fields: impactFields.partial().parse({ [field]: value }) })}
      />
    )
    const ratings = (fields: RatingField[]) => (row: Impact) => (
      <Group gap={4} wrap="nowrap">
        {fields.map((field) => (
          <RatingInput key={field} impact={row} field={field} onFocus={onRate} />
        ))}
      </Group>
    )
    const digits = (row: Impact, fields: (keyof ImpactFields)[]) => fields.map((field) => row[field] ?? '').join(' ')
    const measuresOf = ({ id }: Impact) => measures.filter(({ impactId }) => impactId === id).length
    return [
      {
        id: 'description',
        title: t('fields.description'),
        width: 214,
        text: ({ description, who }) => `${description} ${who}`,
        render: inPlace('description'),
      },
      {
        id: 'kind',
        title: t('columns.kind'),
        width: 120,
        text: ({ kind, subject }) => `${t(`kind.${kind}`)} ${t(`subject.${subject}`)}`,
        render: (row) => (
          <>
            {inPlace('kind')(row)}
            {inPlace('subject')(row)}
          </>
        ),
      },
      { id: 'ratings', title: t('columns.ratings'), width: 164, text: (row) => digits(row, before), render: ratings(before) },
      {
        id: 'level',
        title: t('fields.level'),
        width: 138,
        text: ({ level }) => String(level ?? ''),
        render: ({ level, kind }) => <LevelTag level={level} kind={kind} />,
      },
      {
        id: 'after',
        title: t('columns.after'),
        width: 94,
        text: (row) => digits(row, after),
        render: (row) => (row.kind === 'harm' ? ratings(after)(row) : null),
      },
      {
        id: 'residualLevel',
        title: t('columns.residual'),
        width: 138,
        text: ({ residualLevel }) => String(residualLevel ?? ''),
        render: ({ residualLevel, kind }) => (kind === 'harm' ? <LevelTag level={residualLevel} /> : null),
      },
      { id: 'measures', title: t('columns.measures'), width: 80, align: 'right', text: (row) => String(measuresOf(row) || '') },
    ]
  }, [t, mutateAsync, measures, onRate])
}
