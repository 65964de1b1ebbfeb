import { Button, Popover, Select, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AssessmentRow, assessmentStates, impactDecisions } from '../../../src-main/contract/impact.ts'
import { isInUse } from '../../../src-main/contract/inventory.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'
import { LevelTag } from './LevelTag.tsx'
import { useGoToAssessment } from './place.ts'

export const stateTone: Record<AssessmentRow['state'], Tone> = {
  triage: 'neutral',
  draft: 'info',
  approved: 'good',
  changed: 'fair',
  overdue: 'poor',
  'not-needed': 'neutral',
}

/** Sorts as a number where a table sorts texts. */
const sortable = (level: number | null) => (level === null ? '' : String(level))

/** Every assessment with its state and its highest harm; an assessment is started by choosing its system. */
export function AssessmentList() {
  const { t } = useTranslation('impact')
  const { data: rows } = useProcedure('impact.list', {})
  const { system } = useSearch({ strict: false })
  const go = useGoToAssessment()
  const start = useChange('impact.start')
  const table = useRef<DataTableHandle>(null)
  const begin = (systemId: string) => {
    const known = rows?.find((row) => row.systemId === systemId)
    if (known) go(known.id)
    else start.mutate({ systemId }, { onSuccess: ({ id }) => go(id) })
  }
  const asked = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!rows || !system || asked.current === system) return
    asked.current = system
    begin(system)
  })
  const columns = useMemo(
    (): TableColumn<AssessmentRow>[] => [
      { id: 'system', title: t('columns.system'), width: 240, text: ({ systemName }) => systemName },
      {
        id: 'state',
        title: t('columns.state'),
        width: 150,
        text: ({ state }) => t(`state.${state}`),
        filter: ({ state }) => [state],
        word: (state) => t(`state.${state}`),
        order: assessmentStates,
        render: ({ state }) => <StateTag tone={stateTone[state]}>{t(`state.${state}`)}</StateTag>,
      },
      {
        id: 'level',
        title: t('columns.level'),
        width: 130,
        text: ({ level }) => sortable(level),
        render: ({ level, harms }) => (harms === 0 ? null : <LevelTag level={level} />),
      },
      {
        id: 'residualLevel',
        title: t('columns.residualLevel'),
        width: 130,
        text: ({ residualLevel }) => sortable(residualLevel),
        render: ({ residualLevel, harms }) => (harms === 0 ? null : <LevelTag level={residualLevel} />),
      },
      { id: 'open', title: t('columns.openMeasures'), width: 124, align: 'right', text: ({ openMeasures }) => String(openMeasures) },
      { id: 'reviewDate', title: t('fields.reviewDate'), width: 110, text: ({ reviewDate }) => reviewDate ?? '' },
      {
        id: 'decision',
        title: t('fields.decision'),
        width: 160,
        text: ({ decision }) => t(`decision.${decision}`),
        filter: ({ decision }) => [decision],
        word: (decision) => t(`decision.${decision}`),
        order: impactDecisions,
      },
      { id: 'title', title: t('fields.title'), width: 290, text: ({ title }) => title },
      { id: 'harms', title: t('columns.harms'), width: 80, align: 'right', text: ({ harms }) => String(harms) },
      { id: 'benefits', title: t('columns.benefits'), width: 84, align: 'right', text: ({ benefits }) => String(benefits) },
      {
        id: 'version',
        title: t('columns.version'),
        width: 84,
        align: 'right',
        text: ({ latestVersion }) => (latestVersion === null ? '' : String(latestVersion)),
      },
    ],
    [t],
  )
  if (!rows) return null
  return (
    <DataTable
      ref={table}
      label={t('title')}
      views="impacts"
      rows={rows}
      columns={columns}
      rowId={({ id }) => id}
      onOpen={({ id }) => go(id)}
      toolbar={
        <div style={{ marginInlineStart: 'auto' }}>
          <StartButton rows={rows} begin={begin} />
        </div>
      }
      empty={
        <div style={{ flex: 1 }}>
          <EmptyState title={t('emptyTitle')} action={<StartButton rows={rows} begin={begin} />}>
            {t('empty')}
          </EmptyState>
        </div>
      }
    />
  )
}

/** Chooses the system whose assessment is started; of one that has an assessment, that one opens. */
function StartButton({ rows, begin }: { rows: AssessmentRow[]; begin: (systemId: string) => void }) {
  const { t } = useTranslation(['impact', 'ui'])
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={380} position="bottom-end" trapFocus returnFocus withArrow>
      <Popover.Target>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpened((now) => !now)}>
          {t('start')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{opened && <ChooseSystem rows={rows} begin={begin} />}</Popover.Dropdown>
    </Popover>
  )
}

function ChooseSystem({ rows, begin }: { rows: AssessmentRow[]; begin: (systemId: string) => void }) {
  const { t } = useTranslation(['impact', 'ui'])
  const { data: systems } = useProcedure('inventory.systems', {})
  const assessed = useMemo(() => new Set(rows.map(({ systemId }) => systemId)), [rows])
  // A retired system is assessed no more; what was assessed of it once can be opened.
  const offered = (systems ?? []).filter((system) => isInUse(system) || assessed.has(system.id))
  // The field is there from the first moment, before the systems are: it has the focus.
  if (systems?.length === 0)
    return (
      <Text size="sm" tabIndex={0} data-autofocus>
        {t('noSystems')}
      </Text>
    )
  return (
    <Stack gap="xs">
      <Select
        data-autofocus
        label={t('chooseSystem')}
        description={t('chooseSystemHelp')}
        data={offered.map(({ id, name, department }) => ({
          value: id,
          label: [name, department].filter((part) => part !== '').join(', ') + (assessed.has(id) ? ` · ${t('assessed')}` : ''),
        }))}
        value={null}
        onChange={(id) => id !== null && begin(id)}
        searchable
        limit={80}
        nothingFoundMessage={t('noSystem')}
        comboboxProps={{ withinPortal: false }}
      />
    </Stack>
  )
}
