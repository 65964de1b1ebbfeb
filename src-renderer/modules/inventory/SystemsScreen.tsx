import { Button, Group, SimpleGrid, Stack } from '@mantine/core'
import { IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AiSystem, type SystemField, type SystemRow, systemFields } from '../../../src-main/contract/inventory.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import type { FieldValue } from '../../ui/draft.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { useImportList } from './use-import-list.tsx'

const none: ReadonlySet<string> = new Set()

/** The inventory of AI systems: table, side panel, import of the client's own list. */
export function SystemsScreen() {
  const { t } = useTranslation('inventory')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { system: openId } = useSearch({ strict: false })
  const importList = useImportList()
  const { data: systems } = useProcedure('inventory.systems', {})
  const add = useChange('inventory.add')
  const remove = useChange('inventory.remove')
  const [selected, setSelected] = useState(none)
  const table = useRef<DataTableHandle>(null)
  const open = (system?: string) => void navigate({ to: `/e/${handle}/systems`, search: system ? { system } : {}, replace: true })
  const columns = useMemo(
    (): TableColumn<SystemRow>[] => [
      { id: 'name', title: t('fields.name'), width: 260, text: ({ name }) => name },
      { id: 'purpose', title: t('fields.purpose'), width: 320, text: ({ purpose }) => purpose },
      { id: 'department', title: t('fields.department'), width: 160, text: ({ department }) => department },
      {
        id: 'lifeCycleStage',
        title: t('fields.lifeCycleStage'),
        width: 120,
        text: ({ lifeCycleStage }) => (lifeCycleStage ? t(`lifeCycleStage.${lifeCycleStage}`) : ''),
      },
      { id: 'role', title: t('fields.role'), width: 120, text: ({ role }) => (role ? t(`role.${role}`) : '') },
      { id: 'owner', title: t('fields.owner'), width: 150, text: ({ owner }) => owner },
      { id: 'supplier', title: t('fields.supplier'), width: 150, text: ({ supplier }) => supplier },
      { id: 'reference', title: t('fields.reference'), width: 100, text: ({ reference }) => reference },
    ],
    [t],
  )
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
  if (!systems) return null
  const openSystem = systems.find(({ id }) => id === openId)
  return (
    <>
      <DataTable
        ref={table}
        label={t('title')}
        rows={systems}
        columns={columns}
        rowId={({ id }) => id}
        openId={openId ?? null}
        onOpen={({ id }) => open(id)}
        selected={selected}
        onSelect={setSelected}
        toolbar={
          <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
            {selected.size > 0 && (
              <Button
                variant="default"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => remove.mutate({ ids: [...selected] }, { onSuccess: () => setSelected(none) })}
              >
                {t('remove', { count: selected.size })}
              </Button>
            )}
            {buttons}
            <ExportMenu selected={selected} />
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

function SystemPanel({ id, close }: { id: string; close: () => void }) {
  const { data: system } = useProcedure('inventory.system', { id })
  return system?.id === id ? <SystemFields system={system} close={close} /> : null
}

function SystemFields({ system, close }: { system: AiSystem; close: () => void }) {
  const { t } = useTranslation('inventory')
  const update = useChange('inventory.update', { quiet: true })
  const field = (name: SystemField, options: { autoFocus?: boolean } = {}) => (
    <RecordField
      key={name}
      schema={systemFields.shape[name]}
      area="inventory"
      field={name}
      record={system.id}
      value={system[name]}
      save={(value: FieldValue) => update.mutateAsync({ id: system.id, fields: systemFields.partial().parse({ [name]: value }) })}
      {...options}
    />
  )
  return (
    <SidePanel title={system.name} onClose={close}>
      <Stack gap="sm">
        {field('name', { autoFocus: system.name === t('newName') })}
        {field('purpose')}
        <SimpleGrid cols={2} spacing="sm">
          {field('owner')}
          {field('department')}
          {field('supplier')}
          {field('reference')}
          {field('role')}
          {field('lifeCycleStage')}
        </SimpleGrid>
        {field('notes')}
      </Stack>
    </SidePanel>
  )
}
