import { Group, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { type RiskRow, riskLevels, treatmentStatuses, treatments } from '../../../src-main/contract/risk.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'
import { type Stage, stages, toneOfLevel } from './levels.ts'

const statusTone: Record<RiskRow['treatmentStatus'], Tone> = { 'not-started': 'neutral', 'under-way': 'info', done: 'good' }
/** The higher the level the later in the order of the words. */
const order = { open: 0, low: 1, medium: 2, high: 3 }

/** The columns of the register; `text` is what is searched, sorted and grouped by. */
export function riskColumns(t: TFunction<'risk'>): TableColumn<RiskRow>[] {
  return [
    {
      id: 'reference',
      title: t('fields.reference'),
      width: 92,
      text: ({ reference }) => reference,
      render: ({ reference }) => (
        <Text size="sm" fw={600}>
          {reference}
        </Text>
      ),
    },
    {
      id: 'title',
      title: t('fields.title'),
      width: 290,
      text: ({ title, state }) => (state === 'closed' ? `${title} ${t('state.closed')}` : title),
      render: (row) => <TitleCell row={row} t={t} />,
    },
    ...stages.map((stage) => levelColumn(stage, t)),
    {
      id: 'treatment',
      title: t('fields.treatment'),
      width: 100,
      text: ({ treatment }) => (treatment === null ? '' : t(`treatment.${treatment}`)),
      filter: ({ treatment }) => [treatment ?? ''],
      word: (value) => t(`treatment.${value}`),
      order: treatments,
    },
    {
      id: 'treatmentStatus',
      title: t('fields.treatmentStatus'),
      width: 124,
      text: ({ treatment, treatmentStatus }) => (treatment === null ? '' : t(`treatmentStatus.${treatmentStatus}`)),
      filter: ({ treatment, treatmentStatus }) => [treatment === null ? '' : treatmentStatus],
      word: (value) => t(`treatmentStatus.${value}`),
      order: treatmentStatuses,
      render: ({ treatment, treatmentStatus }) =>
        treatment === null ? null : (
          <StateTag tone={statusTone[treatmentStatus]} bare>
            {t(`treatmentStatus.${treatmentStatus}`)}
          </StateTag>
        ),
    },
    { id: 'owner', title: t('fields.owner'), width: 170, text: ({ owner }) => owner, filter: ({ owner }) => [owner] },
    {
      id: 'treatmentDue',
      title: t('fields.treatmentDue'),
      width: 104,
      text: ({ treatmentDue }) => treatmentDue ?? '',
      render: ({ treatmentDue, issues }) => (
        <Text size="sm" {...(issues.includes('treatment-overdue') ? { fw: 600, c: 'var(--tone-poor-strong)' } : {})}>
          {treatmentDue}
          {issues.includes('treatment-overdue') ? ' !' : ''}
        </Text>
      ),
    },
    {
      id: 'systems',
      title: t('fields.systems'),
      width: 190,
      text: ({ systemNames }) => systemNames.join(', '),
      filter: ({ systemNames }) => systemNames,
    },
    {
      id: 'controls',
      title: t('fields.controls'),
      width: 180,
      text: ({ controlCodes }) => controlCodes.join(', '),
      filter: ({ controlCodes }) => controlCodes,
    },
    { id: 'reviewDate', title: t('fields.reviewDate'), width: 110, text: ({ reviewDate }) => reviewDate ?? '' },
  ]
}

function levelColumn(stage: Stage, t: TFunction<'risk'>): TableColumn<RiskRow> {
  return {
    id: stage,
    title: t(`stage.${stage}`),
    width: 146,
    filter: (row) => [row[stage].level],
    word: (level) => t(`level.${level}`),
    order: riskLevels,
    // The number before the word is never shown: it puts high risks after low ones.
    text: (row) =>
      `${order[row[stage].level]}${String((row[stage].likelihood ?? 0) * (row[stage].consequence ?? 0)).padStart(2, '0')} ${t(`level.${row[stage].level}`)}`,
    render: (row) => {
      const { level, likelihood, consequence } = row[stage]
      return (
        <StateTag tone={toneOfLevel[level]}>
          {level === 'open' ? t('level.open') : t('levelNumber', { level: t(`level.${level}`), likelihood, consequence })}
        </StateTag>
      )
    },
  }
}

/** Title and what an auditor would raise. */
function TitleCell({ row, t }: { row: RiskRow; t: TFunction<'risk'> }) {
  const isClosed = row.state === 'closed'
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Text size="sm" style={{ flex: 1, minWidth: 0 }} c={isClosed ? 'dimmed' : undefined} lineClamp={2}>
        {row.title}
      </Text>
      {isClosed && (
        <StateTag tone="neutral" bare>
          {t('state.closed')}
        </StateTag>
      )}
      {row.issues.length > 0 && (
        <Tooltip multiline maw={380} label={row.issues.map((issue) => t(`issue.${issue}`)).join(' ')}>
          <Group gap={2} wrap="nowrap" c="var(--tone-fair-strong)" role="img" aria-label={t('issues', { count: row.issues.length })}>
            <IconAlertTriangle size={14} aria-hidden />
            <Text size="xs" fw={600} inherit aria-hidden>
              {row.issues.length}
            </Text>
          </Group>
        </Tooltip>
      )}
    </Group>
  )
}
