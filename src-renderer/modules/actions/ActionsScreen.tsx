import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type ActionRow, actionFields } from '../../../src-main/contract/actions.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { BulkEdit } from '../../ui/BulkEdit.tsx'
import { useConfirmRemoval } from '../../ui/confirm-removal.tsx'
import { DataTable, type DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryPanel } from '../../ui/entry/EntryPanel.tsx'
import { useSelection } from '../../ui/selection.ts'
import { useTableView } from '../../ui/table/view-state.ts'
import { ActionPanel } from './ActionPanel.tsx'
import { actionColumns, type SaveField } from './columns.tsx'
import { Figures } from './Figures.tsx'

/** The one action list: whatever module an action comes from, overdue first. */
export function ActionsScreen() {
  const { t } = useTranslation('actions')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId } = useSearch({ strict: false })
  const { data: rows } = useProcedure('actions.list', {})
  const { mutateAsync: update } = useChange('actions.update', { quiet: true })
  const change = useChange('actions.updateMany')
  const add = useChange('registers.add')
  const remove = useChange('registers.remove')
  const confirmRemoval = useConfirmRemoval()
  const { selected, select, unselect } = useSelection()
  const [view, setView] = useTableView('actionList')
  const table = useRef<DataTableHandle>(null)
  const save: SaveField = useCallback(
    ({ source, id }, field, value) => update({ source, id, fields: actionFields.partial().parse({ [field]: value }) }),
    [update],
  )
  const columns = useMemo(() => actionColumns(t, save), [t, save])
  const open = (record?: string) => void navigate({ to: `/e/${handle}/actions`, search: record ? { record } : {}, replace: true })
  if (!rows) return null
  const openRow = rows.find(({ id }) => id === openId)
  const chosen = rows.filter(({ id }) => selected.has(id))
  const own = chosen.filter(({ source }) => source === 'actions').map(({ id }) => id)
  const close = (row: ActionRow) => {
    open()
    table.current?.focusRow(row.id)
  }
  const removeEntries = async (ids: string[]) => {
    const count = ids.length
    if (!(await confirmRemoval({ count, title: t('removal.title', { count }), goes: t('removal.goes') }))) return
    const done = () => {
      unselect(selected)
      open()
      const next = rows.find(({ id }) => !ids.includes(id))
      if (next) table.current?.focusRow(next.id)
    }
    remove.mutate({ register: 'actions', ids }, { onSuccess: done })
  }
  const give = (values: object) =>
    change.mutate(
      { actions: chosen.map(({ source, id }) => ({ source, id })), fields: actionFields.partial().parse(values) },
      {
        onSuccess: ({ left }) => {
          if (left > 0) notifications.show({ message: t('left', { count: left }) })
        },
      },
    )
  const addButton = (
    <Button
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => add.mutate({ register: 'actions' }, { onSuccess: ({ id }) => open(id) })}
    >
      {t('add')}
    </Button>
  )
  return (
    <>
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
        {rows.length > 0 && <Figures rows={rows} view={view} onView={setView} />}
        <DataTable
          ref={table}
          label={t('title')}
          views="actionList"
          view={view}
          onView={setView}
          rows={rows}
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
                    fields={actionFields.shape}
                    quick={['state']}
                    area="actions"
                    give={give}
                    unselect={() => unselect(selected)}
                  />
                  {own.length > 0 && own.length === chosen.length && (
                    <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void removeEntries(own)}>
                      {t('remove')}
                    </Button>
                  )}
                </>
              ) : (
                addButton
              )}
            </Group>
          }
          empty={
            <EmptyState title={t('emptyTitle')} action={addButton}>
              {t('empty')}
            </EmptyState>
          }
        />
      </div>
      {openRow?.source === 'actions' && (
        <EntryPanel register="actions" id={openRow.id} close={() => close(openRow)} remove={() => void removeEntries([openRow.id])} />
      )}
      {openRow && openRow.source !== 'actions' && <ActionPanel key={openRow.id} row={openRow} save={save} close={() => close(openRow)} />}
    </>
  )
}

const idOf = ({ id }: ActionRow) => id
