import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../app/calls.ts'
import type { DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './ClassificationScreen.module.css'
import { OutcomePanel } from './OutcomePanel.tsx'
import { SystemList } from './SystemList.tsx'
import { Wizard } from './Wizard.tsx'

/** Systems with their class, the questionnaire of one of them, and what follows from its answers so far. */
export function ClassificationScreen() {
  const { t } = useTranslation('classification')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { system: systemId } = useSearch({ strict: false })
  const { data: systems } = useProcedure('inventory.systems', {})
  const table = useRef<DataTableHandle>(null)
  const open = (system: string) => void navigate({ to: `/e/${handle}/classification`, search: { system }, replace: true })
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && systemId && systems) table.current?.focusRow(systemId)
    if (systems) arrived.current = true
  }, [systemId, systems])
  if (!systems) return null
  const isKnown = systems.some(({ id }) => id === systemId)
  return (
    <div className={styles.screen}>
      <SystemList ref={table} systems={systems} openId={systemId ?? null} open={open} />
      {systemId && isKnown ? (
        <OpenSystem key={systemId} systemId={systemId} back={() => table.current?.focusRow(systemId)} />
      ) : (
        <div className={styles.empty}>{systems.length > 0 && <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>}</div>
      )}
    </div>
  )
}

function OpenSystem({ systemId, back }: { systemId: string; back: () => void }) {
  const { data: classification } = useProcedure('classification.get', { systemId })
  if (classification?.id !== systemId) return null
  return (
    <>
      <Wizard classification={classification} back={back} />
      <OutcomePanel classification={classification} />
    </>
  )
}
