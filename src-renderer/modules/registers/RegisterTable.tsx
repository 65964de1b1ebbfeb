import { Button, Group } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type EntryRow, type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { BulkEdit } from '../../ui/BulkEdit.tsx'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryPanel } from '../../ui/entry/EntryPanel.tsx'
import { useSelection } from '../../ui/selection.ts'
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
  const change = useChange('registers.updateMany')
  const remove = useChange('registers.remove')
  const { selected, select, unselect } = useSelection()
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
  if (!entries) return null
  const { title: _title, reference: _reference, ...shared } = registers[register].fields.shape
  const openEntry = entries.find(({ id }) => id === openId)
  const removeEntries = (ids: string[]) => {
    const at = entries.findIndex(({ id }) => id === ids[0])
    const next = [...entries.slice(at), ...entries.slice(0, at).reverse()].find(({ id }) => !ids.includes(id))
    const done = () => {
      unselect(selected)
      open()
      if (next) table.current?.focusRow(next.id)
      else setTimeout(() => addRef.current?.focus(), 0)
    }
    remove.mutate({ register, ids }, { onSuccess: done })
  }
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
      <div className={styles.work}>
        <RegisterHead register={register} />
        {Above && <Above register={register} />}
        <DataTable
          ref={table}
          label={t(`register-${register}:title`)}
          views={register}
          rows={entries}
          columns={columns}
          rowId={idOf}
          openId={openId ?? null}
          onOpen={({ id }) => open(id)}
          selected={selected}
          onSelect={select}
          toolbar={
            <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
              {selected.size > 0 ? (
                <>
                  <BulkEdit
                    count={selected.size}
                    fields={shared}
                    quick={'state' in shared ? ['state'] : []}
                    area={`register-${register}`}
                    give={(fields) => change.mutate({ register, ids: [...selected], fields }, { onSuccess: () => unselect(selected) })}
                    unselect={() => unselect(selected)}
                  />
                  <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => removeEntries([...selected])}>
                    {t('remove')}
                  </Button>
                </>
              ) : (
                <>
                  {register === 'information' && <MandatoryList />}
                  {addButton}
                </>
              )}
            </Group>
          }
          empty={
            <EmptyState
              title={t(`register-${register}:emptyTitle`)}
              action={
                <Group gap="xs">
                  {register === 'information' && <MandatoryList />}
                  {addButton}
                </Group>
              }
            >
              {t(`register-${register}:empty`)}
            </EmptyState>
          }
        />
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
          remove={() => removeEntries([openEntry.id])}
        />
      )}
    </>
  )
}

const idOf = ({ id }: EntryRow) => id

const none: TableColumn<EntryRow>[] = []
const useNoColumns = () => none
