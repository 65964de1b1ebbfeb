import { Anchor, Button, Switch, Text } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { type Ref, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isInUse, type SystemRow } from '../../../src-main/contract/inventory.ts'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './ClassificationScreen.module.css'
import { classTone, needsClass } from './classification.ts'

interface SystemListProps {
  systems: SystemRow[]
  openId: string | null
  open: (id: string) => void
  ref: Ref<DataTableHandle>
}

/** Every AI system with its class; those without one alone, if asked. */
export function SystemList({ systems, openId, open, ref }: SystemListProps) {
  const { t } = useTranslation(['classification', 'inventory'])
  const { handle } = useParams({ from: '/e/$handle' })
  const [openOnly, setOpenOnly] = useState(false)
  const unclassified = systems.filter(needsClass).length
  // The open system stays in the list when an answer gives it a class.
  const shown = useMemo(
    () => (openOnly ? systems.filter((system) => needsClass(system) || system.id === openId) : systems),
    [systems, openOnly, openId],
  )
  const columns = useMemo(
    (): TableColumn<SystemRow>[] => [
      {
        id: 'name',
        title: t('inventory:fields.name'),
        width: 144,
        text: ({ name }) => name,
        render: (system) => (
          <>
            <Text size="sm" lineClamp={2} inherit>
              {system.name}
            </Text>
            {!isInUse(system) && (
              <Text size="xs" c="dimmed">
                {t('inventory:lifeCycleStage.retired')}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'class',
        title: t('class'),
        width: 136,
        text: ({ riskClass }) => t(`riskClass.${riskClass}`),
        render: ({ riskClass }) => (
          <StateTag tone={classTone[riskClass]} bare>
            {t(`riskClass.${riskClass}`)}
          </StateTag>
        ),
      },
    ],
    [t],
  )
  return (
    <section className={styles.list} aria-label={t('systems')}>
      <DataTable
        ref={ref}
        label={t('systems')}
        rows={shown}
        columns={columns}
        rowId={({ id }) => id}
        openId={openId}
        onOpen={({ id }) => open(id)}
        toolbar={
          <Switch
            size="xs"
            label={t('openOnly', { count: unclassified })}
            checked={openOnly}
            onChange={({ currentTarget }) => setOpenOnly(currentTarget.checked)}
          />
        }
        empty={
          systems.length === 0 ? (
            <EmptyState
              title={t('noSystemsTitle')}
              action={
                <Anchor
                  renderRoot={(props) => <Link {...props} to="/e/$handle/systems" params={{ handle }} />}
                  underline="always"
                  size="sm"
                >
                  {t('toSystems')}
                </Anchor>
              }
            >
              {t('noSystems')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('allClassifiedTitle')}
              action={
                <Button variant="default" onClick={() => setOpenOnly(false)}>
                  {t('showAll')}
                </Button>
              }
            >
              {t('allClassified')}
            </EmptyState>
          )
        }
      />
    </section>
  )
}
