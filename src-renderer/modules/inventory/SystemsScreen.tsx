import { Button, Group } from '@mantine/core'
import { IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sharedSystemFields } from '../../../src-main/contract/inventory.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { BulkEdit } from '../../ui/BulkEdit.tsx'
import { useConfirmRemoval } from '../../ui/confirm-removal.tsx'
import { DataTable, type DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { noRows, useSelection } from '../../ui/selection.ts'
import { useColumns } from './columns.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { SystemPanel } from './SystemPanel.tsx'
import { useImportList } from './use-import-list.tsx'

/** The inventory of AI systems: table, side panel, import of the client's own list. */
export function SystemsScreen() {
  const { t } = useTranslation('inventory')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { system: openId } = useSearch({ strict: false })
  const importList = useImportList()
  const { data: systems } = useProcedure('inventory.systems', {})
  const add = useChange('inventory.add')
  const { selected, select, unselect } = useSelection()
  const table = useRef<DataTableHandle>(null)
  const open = (system?: string) => void navigate({ to: `/e/${handle}/systems`, search: system ? { system } : {}, replace: true })
  const columns = useColumns()
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && openId && systems) table.current?.focusRow(openId)
    if (systems) arrived.current = true
  }, [openId, systems])
  const addOne = () => add.mutate({ name: t('newName') }, { onSuccess: ({ id }) => open(id) })
  const buttons = (
    <Group gap="xs">
      <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={addOne}>
        {t('add')}
      </Button>
      <Button variant="default" leftSection={<IconFileImport size={14} aria-hidden />} onClick={importList.begin}>
        {t('import.button')}
      </Button>
    </Group>
  )
  // What was selected may have been removed since, or taken back by an undo.
  const stillThere = useMemo(() => {
    if (!systems || selected.size === 0) return noRows
    return new Set(systems.flatMap(({ id }) => (selected.has(id) ? [id] : [])))
  }, [systems, selected])
  if (!systems) return null
  const openSystem = systems.find(({ id }) => id === openId)
  return (
    <>
      <DataTable
        ref={table}
        label={t('title')}
        views="systems"
        rows={systems}
        columns={columns}
        rowId={idOf}
        openId={openId ?? null}
        onOpen={({ id }) => open(id)}
        selected={stillThere}
        onSelect={select}
        toolbar={
          <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
            {stillThere.size > 0 ? <SelectedSystems ids={stillThere} done={() => unselect(selected)} /> : buttons}
            <ExportMenu selected={stillThere} />
          </Group>
        }
        empty={
          <EmptyState title={t('emptyTitle')} action={buttons}>
            {t('empty')}
          </EmptyState>
        }
      />
      {openSystem && (
        <SystemPanel
          id={openSystem.id}
          riskClass={openSystem.riskClass}
          close={() => {
            table.current?.focusRow(openSystem.id)
            open()
          }}
        />
      )}
      {importList.dialog}
    </>
  )
}

const idOf = ({ id }: { id: string }) => id

/** What is done with all the systems that are selected. */
function SelectedSystems({ ids, done }: { ids: ReadonlySet<string>; done: () => void }) {
  const { t } = useTranslation('inventory')
  const change = useChange('inventory.updateMany')
  const remove = useChange('inventory.remove')
  const confirmRemoval = useConfirmRemoval()
  const count = ids.size
  const removeAll = async () => {
    const isConfirmed = await confirmRemoval({ count, title: t('removal.title', { count }), goes: t('removal.goes') })
    if (isConfirmed) remove.mutate({ ids: [...ids] }, { onSuccess: done })
  }
  return (
    <>
      <BulkEdit
        count={ids.size}
        fields={sharedSystemFields.shape}
        quick={['role', 'lifeCycleStage', 'kind']}
        area="inventory"
        give={(values) => change.mutate({ ids: [...ids], fields: sharedSystemFields.partial().parse(values) })}
        unselect={done}
      />
      <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void removeAll()}>
        {t('remove', { count })}
      </Button>
    </>
  )
}
