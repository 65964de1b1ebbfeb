import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterId } from '../../../src-main/contract/registers/index.ts'
import { useChange } from '../../app/calls.ts'
import { useConfirmRemoval } from '../confirm-removal.tsx'
import type { DataTableHandle } from '../DataTable.tsx'

interface Around {
  register: RegisterId
  rows: readonly { id: string }[]
  table: RefObject<DataTableHandle | null>
  /** Closes what is open beside the table. */
  close: () => void
  /** Where the focus goes when no row is left. */
  emptied: () => void
}

/** Removes entries from a register; the focus goes to the row that stands in their place. */
export function useRemoveEntries({ register, rows, table, close, emptied }: Around) {
  const { t } = useTranslation('registers')
  const remove = useChange('registers.remove')
  const confirmRemoval = useConfirmRemoval()
  return async (ids: string[], done: () => void = () => {}) => {
    const count = ids.length
    const title = t('removal.title', { count, register: t(`register-${register}:title`) })
    if (!(await confirmRemoval({ count, title, goes: t('removal.goes') }))) return
    const at = rows.findIndex(({ id }) => id === ids[0])
    const next = [...rows.slice(at), ...rows.slice(0, at).reverse()].find(({ id }) => !ids.includes(id))
    const removed = () => {
      done()
      close()
      if (next) table.current?.focusRow(next.id)
      else setTimeout(emptied, 0)
    }
    remove.mutate({ register, ids }, { onSuccess: removed })
  }
}
