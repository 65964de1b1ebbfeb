import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isInUse, type SystemRow } from '../../../src-main/contract/inventory.ts'
import { useProcedure } from '../../app/calls.ts'
import type { DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './ClassificationScreen.module.css'
import { needsClass } from './classification.ts'
import { OutcomePanel } from './OutcomePanel.tsx'
import type { Onward } from './SignOff.tsx'
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
  const openSystem = systems.find(({ id }) => id === systemId)
  return (
    <div className={styles.screen}>
      <SystemList ref={table} systems={systems} openId={systemId ?? null} open={open} />
      {openSystem ? (
        <OpenSystem
          key={openSystem.id}
          system={openSystem}
          onward={{ next: nextToClassify(systems, openSystem.id), open, back: () => table.current?.focusRow(openSystem.id) }}
        />
      ) : (
        <div className={styles.empty}>{systems.length > 0 && <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>}</div>
      )}
    </div>
  )
}

/** The system after this one, from the beginning again at the end, that is in use and has no class. */
function nextToClassify(systems: SystemRow[], id: string): SystemRow | null {
  const at = systems.findIndex((system) => system.id === id)
  const order = [...systems.slice(at + 1), ...systems.slice(0, at)]
  return order.find(needsClass) ?? null
}

function OpenSystem({ system, onward }: { system: SystemRow; onward: Onward }) {
  const { data: classification } = useProcedure('classification.get', { systemId: system.id })
  if (classification?.id !== system.id) return null
  return (
    <>
      <Wizard classification={classification} isRetired={!isInUse(system)} onward={onward} />
      <OutcomePanel classification={classification} />
    </>
  )
}
