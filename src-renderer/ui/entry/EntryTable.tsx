import { Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import { useChange } from '../../app/calls.ts'
import { BulkEdit } from '../BulkEdit.tsx'
import { DataTable, type DataTableHandle, type TableColumn } from '../DataTable.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { useSelection } from '../selection.ts'

interface EntryTableProps<Row extends { id: string }> {
  register: RegisterId
  label: string
  rows: Row[]
  columns: TableColumn<Row>[]
  openId: string | null
  onOpen: (id: string) => void
  /** Takes entries away; `done` is called once they are gone. */
  remove: (ids: string[], done: () => void) => void
  /** What can be done while nothing is selected, and while there is nothing. */
  buttons: ReactNode
  ref: Ref<DataTableHandle>
}

const idOf = ({ id }: { id: string }) => id

/** The table of a register's entries; those that are selected get the same values, or are removed. */
export function EntryTable<Row extends { id: string }>({ register, rows, openId, onOpen, remove, buttons, ...rest }: EntryTableProps<Row>) {
  const area = `register-${register}`
  const { t } = useTranslation(['registers', area])
  const change = useChange('registers.updateMany')
  const { selected, select, unselect } = useSelection()
  const { title: _title, reference: _reference, ...shared } = registers[register].fields.shape
  const leave = () => unselect(selected)
  const ofSelected = (
    <>
      <BulkEdit
        count={selected.size}
        fields={shared}
        quick={'state' in shared ? ['state'] : []}
        area={area}
        give={(fields) => change.mutate({ register, ids: [...selected], fields })}
        unselect={leave}
      />
      <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => remove([...selected], leave)}>
        {t('remove')}
      </Button>
    </>
  )
  return (
    <DataTable
      {...rest}
      views={register}
      rows={rows}
      rowId={idOf}
      openId={openId}
      onOpen={({ id }) => onOpen(id)}
      selected={selected}
      onSelect={select}
      toolbar={
        <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
          {selected.size > 0 ? ofSelected : buttons}
        </Group>
      }
      empty={
        <EmptyState title={t(`${area}:emptyTitle`)} action={<Group gap="xs">{buttons}</Group>}>
          {t(`${area}:empty`)}
        </EmptyState>
      }
    />
  )
}
