import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../../app/calls.ts'
import type { TableColumn } from '../../../ui/DataTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'

/** How many points are open with each supplier. */
export function useSupplierColumns(): TableColumn<EntryRow>[] {
  const { t } = useTranslation('suppliers')
  const { data: states } = useProcedure('suppliers.states', {})
  return useMemo(() => {
    const points = new Map((states ?? []).map((state) => [state.id, state.points]))
    return [
      {
        id: 'points',
        title: t('column.points'),
        width: 104,
        text: ({ id }) => (points.get(id) ?? []).join(' '),
        render: ({ id }) => {
          const count = points.get(id)?.length ?? 0
          return <StateTag tone={count === 0 ? 'good' : 'fair'}>{count === 0 ? t('column.none') : String(count)}</StateTag>
        },
      },
    ]
  }, [t, states])
}
