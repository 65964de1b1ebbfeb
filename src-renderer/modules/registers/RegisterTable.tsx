import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow, RegisterId } from '../../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { DataTableHandle, TableColumn } from '../../ui/DataTable.tsx'
import { EntryPanel } from '../../ui/entry/EntryPanel.tsx'
import { EntryTable } from '../../ui/entry/EntryTable.tsx'
import { useRemoveEntries } from '../../ui/entry/use-remove-entries.ts'
import { registerColumns } from './columns.tsx'
import { MandatoryList } from './MandatoryList.tsx'
import { partsOf } from './pages.ts'
import { RegisterHead } from './RegisterHead.tsx'
import styles from './RegistersScreen.module.css'

/** A register: its table, and one entry beside it. */
export function RegisterTable({ register }: { register: RegisterId }) {
  const { t } = useTranslation(['registers', `register-${register}`])
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId } = useSearch({ strict: false })
  const { data: entries } = useProcedure('registers.list', { register })
  const add = useChange('registers.add')
  const table = useRef<DataTableHandle>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  const { Above, useColumns = useNoColumns } = partsOf[register] ?? {}
  const own = useColumns()
  const columns = useMemo(() => {
    const [reference, title, ...others] = registerColumns(t, register)
    return [...(reference ? [reference] : []), ...(title ? [title] : []), ...own, ...others]
  }, [t, register, own])
  // What was opened here has the focus where it belongs; a jump from elsewhere is shown in the table, with the focus on its row.
  const openedHere = useRef<string | undefined>(undefined)
  const isThere = entries?.some(({ id }) => id === openId) ?? false
  useEffect(() => {
    if (openId && isThere && openedHere.current !== openId) table.current?.focusRow(openId)
    openedHere.current = openId
  }, [openId, isThere])
  const open = (record?: string) => {
    openedHere.current = record
    void navigate({ to: `/e/${handle}/registers`, search: { page: register, ...(record ? { record } : {}) }, replace: true })
  }
  const remove = useRemoveEntries({
    register,
    rows: entries ?? noEntries,
    table,
    close: () => open(),
    emptied: () => addRef.current?.focus(),
  })
  if (!entries) return null
  const openEntry = entries.find(({ id }) => id === openId)
  const addButton = (
    <Button
      ref={addRef}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => add.mutate({ register }, { onSuccess: ({ id }) => open(id) })}
    >
      {t(`register-${register}:add`)}
    </Button>
  )
  return (
    <>
      <div className={styles.work} data-register={register}>
        <RegisterHead register={register} />
        {Above && <Above register={register} />}
        <div className={styles.table}>
          <EntryTable
            ref={table}
            register={register}
            label={t(`register-${register}:title`)}
            rows={entries}
            columns={columns}
            openId={openId ?? null}
            onOpen={open}
            remove={remove}
            buttons={
              <>
                {register === 'information' && <MandatoryList />}
                {addButton}
              </>
            }
          />
        </div>
      </div>
      {openEntry && (
        <EntryPanel
          register={register}
          id={openEntry.id}
          parts={partsOf[register]}
          close={() => {
            table.current?.focusRow(openEntry.id)
            open()
          }}
          remove={() => remove([openEntry.id])}
        />
      )}
    </>
  )
}

const noEntries: EntryRow[] = []
const none: TableColumn<EntryRow>[] = []
const useNoColumns = () => none
