import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../../app/calls.ts'
import type { TableColumn } from '../../../ui/DataTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { leftUntil, useNow } from './clock.ts'

/** The clock that runs out first, for each incident that has one. */
export function useIncidentColumns(): TableColumn<EntryRow>[] {
  const { t } = useTranslation('incidents')
  const now = useNow()
  const { data: clocks } = useProcedure('incidents.clocks', {})
  return useMemo(() => {
    const byIncident = new Map((clocks ?? []).map((clock) => [clock.incidentId, clock]))
    return [
      {
        id: 'clock',
        title: t('column.clock'),
        width: 136,
        text: ({ id }) => byIncident.get(id)?.dueAt ?? '',
        render: ({ id }) => {
          const clock = byIncident.get(id)
          if (!clock) return null
          return <StateTag tone={Date.parse(clock.dueAt) < now ? 'poor' : 'fair'}>{leftUntil(t, clock.dueAt, now)}</StateTag>
        },
      },
    ]
  }, [t, clocks, now])
}
