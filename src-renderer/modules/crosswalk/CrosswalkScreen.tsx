import { Group, SegmentedControl } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type CrosswalkRow,
  crosswalkStates,
  type Framework,
  framework as frameworkSchema,
  frameworks,
} from '../../../src-main/contract/crosswalk.ts'
import { useProcedure } from '../../app/calls.ts'
import { DataTable, type DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './Crosswalk.module.css'
import { crosswalkColumns } from './columns.tsx'
import { IsmsChoice } from './IsmsChoice.tsx'
import { OlderNumberAnswer, OlderNumberInput } from './OlderNumbers.tsx'
import { RowPanel } from './RowPanel.tsx'
import { stateTones } from './tones.ts'

/** Laws and frameworks beside ISO/IEC 42001: one table for each, and one row of it beside the table. */
export function CrosswalkScreen() {
  const { page } = useSearch({ strict: false })
  const framework = frameworkSchema.safeParse(page).data ?? 'ai-act'
  return <FrameworkTable key={framework} framework={framework} />
}

function FrameworkTable({ framework }: { framework: Framework }) {
  const { t } = useTranslation('crosswalk')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId } = useSearch({ strict: false })
  const { data: rows } = useProcedure('crosswalk.rows', { framework })
  const [words, setWords] = useState('')
  const table = useRef<DataTableHandle>(null)
  const columns = useMemo(() => crosswalkColumns(t, framework), [t, framework])
  const open = (record?: string, other: Framework = framework) =>
    void navigate({ to: `/e/${handle}/crosswalk`, search: { page: other, ...(record ? { record } : {}) }, replace: true })
  if (!rows) return null
  const openRow = rows.find(({ id }) => id === openId)
  const left = () => {
    if (openRow) table.current?.focusRow(openRow.id)
    open()
  }
  return (
    <>
      <div className={styles.work}>
        <div className={styles.head}>
          <SegmentedControl
            aria-label={t('tabs')}
            value={framework}
            onChange={(value) => open(undefined, frameworkSchema.parse(value))}
            data={frameworks.map((value) => ({ value, label: t(`title.${value}`) }))}
          />
          <Group gap={6}>
            {crosswalkStates
              .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
              .filter(({ count }) => count > 0)
              .map(({ state, count }) => (
                <StateTag key={state} tone={stateTones[state]}>
                  {t(`count.${state}`, { count })}
                </StateTag>
              ))}
          </Group>
          {framework === 'iso-27001' && <IsmsChoice rows={rows} />}
        </div>
        {framework === 'ai-act' && <OlderNumberAnswer words={words} rows={rows} open={(id) => open(id)} />}
        <DataTable
          ref={table}
          label={t(`labels.${framework}`)}
          views={framework}
          rows={rows}
          columns={columns}
          rowId={idOf}
          groupOf={groupOf}
          openId={openId ?? null}
          onOpen={({ id }) => open(id)}
          toolbar={framework === 'ai-act' ? <OlderNumberInput words={words} change={setWords} /> : undefined}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        />
      </div>
      {openRow && <RowPanel key={openRow.id} framework={framework} row={openRow} close={left} />}
    </>
  )
}

const idOf = ({ id }: CrosswalkRow) => id
const groupOf = ({ group }: CrosswalkRow) => group
