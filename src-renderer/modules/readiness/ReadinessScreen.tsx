import { Text } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadinessCheck, Stage } from '../../../src-main/contract/readiness.ts'
import { useProcedure } from '../../app/calls.ts'
import { DataTable, type DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { readinessColumns } from './columns.tsx'
import styles from './Readiness.module.css'
import { StageHead } from './StageHead.tsx'
import { Sum } from './Sum.tsx'

/** How ready the client is for both stages: two rings with their sums, and every check, blockers first. */
export function ReadinessScreen() {
  const { t } = useTranslation('readiness')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId } = useSearch({ strict: false })
  const { data: readiness } = useProcedure('readiness.checks', {})
  const [explained, explain] = useState<Stage | null>(null)
  const table = useRef<DataTableHandle>(null)
  const columns = useMemo(() => readinessColumns(t), [t])
  const open = (record?: string) => void navigate({ to: `/e/${handle}/readiness`, search: record ? { record } : {}, replace: true })
  if (!readiness) return null
  const openCheck = readiness.checks.find(({ id }) => id === openId)
  const explainedStage = readiness.stages.find(({ stage }) => stage === explained)
  return (
    <>
      <div className={styles.work}>
        <div className={styles.head}>
          {readiness.stages.map((stage) => (
            <StageHead
              key={stage.stage}
              stage={stage}
              isOpen={explained === stage.stage}
              toggle={() => explain(explained === stage.stage ? null : stage.stage)}
            />
          ))}
          <Text size="xs" c="dimmed" className={styles.promise ?? ''}>
            {t('promise')}
          </Text>
        </div>
        {explainedStage && <Sum stage={explainedStage} checks={readiness.checks} />}
        <DataTable
          ref={table}
          label={t('title')}
          views="readiness"
          rows={readiness.checks}
          columns={columns}
          rowId={idOf}
          openId={openId ?? null}
          onOpen={({ id }) => open(id)}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        />
      </div>
      {openCheck && (
        <CheckPanel
          check={openCheck}
          close={() => {
            table.current?.focusRow(openCheck.id)
            open()
          }}
        />
      )}
    </>
  )
}

const idOf = ({ id }: ReadinessCheck) => id
