import { Button, Group, Menu } from '@mantine/core'
import { IconDots, IconListCheck, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceRow } from '../../../src-main/contract/evidence.ts'
import { registers } from '../../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { BulkEdit } from '../../ui/BulkEdit.tsx'
import { DataTable, type DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EvidenceDrop } from '../../ui/EvidenceDrop.tsx'
import { useSelection } from '../../ui/selection.ts'
import { CoverageBar } from './CoverageBar.tsx'
import { evidenceColumns } from './columns.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import styles from './EvidenceScreen.module.css'
import { FreeSpace } from './FreeSpace.tsx'
import { RequestDialog } from './RequestDialog.tsx'

const register = 'evidence'
const idOf = ({ id }: EvidenceRow) => id
/** What several entries can be given at once. */
const { title: _title, reference: _reference, ...shared } = registers.evidence.fields.shape

/** Evidence: what backs the management system, what is still to be asked for, and one entry beside it. */
export function EvidenceScreen() {
  const { t } = useTranslation(['evidence', 'register-evidence'])
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId } = useSearch({ strict: false })
  const { data: entries } = useProcedure('evidence.list', {})
  const add = useChange('registers.add')
  const change = useChange('registers.updateMany')
  const remove = useChange('registers.remove')
  const { selected, select, unselect } = useSelection()
  const [dialog, setDialog] = useState<'requests' | 'free' | null>(null)
  const table = useRef<DataTableHandle>(null)
  const columns = useMemo(() => evidenceColumns(t), [t])
  const open = (record?: string) => void navigate({ to: `/e/${handle}/evidence`, search: record ? { record } : {}, replace: true })
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && openId && entries) table.current?.focusRow(openId)
    if (entries) arrived.current = true
  }, [openId, entries])
  if (!entries) return null
  const openEntry = entries.find(({ id }) => id === openId)
  const removeEntries = (ids: string[]) => {
    const at = entries.findIndex(({ id }) => id === ids[0])
    const next = [...entries.slice(at), ...entries.slice(0, at).reverse()].find(({ id }) => !ids.includes(id))
    const done = () => {
      unselect(selected)
      open()
      if (next) table.current?.focusRow(next.id)
    }
    remove.mutate({ register, ids }, { onSuccess: done })
  }
  const buttons = (
    <Group gap="xs">
      <Button leftSection={<IconListCheck size={14} aria-hidden />} onClick={() => setDialog('requests')}>
        {t('requests.button')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => add.mutate({ register, fields: { kind: 'reference' } }, { onSuccess: ({ id }) => open(id) })}
      >
        {t('add')}
      </Button>
      <MoreMenu free={() => setDialog('free')} />
    </Group>
  )
  return (
    <>
      <div className={styles.screen}>
        <div className={styles.head}>
          <CoverageBar entries={entries} />
          <EvidenceDrop takesPaste={!openEntry || openEntry.file !== null} />
        </div>
        <DataTable
          ref={table}
          label={t('title')}
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
                    quick={['state']}
                    area="register-evidence"
                    give={(fields) => change.mutate({ register, ids: [...selected], fields }, { onSuccess: () => unselect(selected) })}
                    unselect={() => unselect(selected)}
                  />
                  <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => removeEntries([...selected])}>
                    {t('remove')}
                  </Button>
                </>
              ) : (
                buttons
              )}
            </Group>
          }
          empty={
            <EmptyState title={t('register-evidence:emptyTitle')} action={buttons}>
              {t('register-evidence:empty')}
            </EmptyState>
          }
        />
      </div>
      {openEntry && (
        <EvidencePanel
          id={openEntry.id}
          close={() => {
            table.current?.focusRow(openEntry.id)
            open()
          }}
          remove={() => removeEntries([openEntry.id])}
        />
      )}
      {dialog === 'requests' && <RequestDialog close={() => setDialog(null)} added={([first]) => first !== undefined && open(first)} />}
      {dialog === 'free' && <FreeSpace close={() => setDialog(null)} />}
    </>
  )
}

/** What is done now and then: the list goes to the client, or space is freed. */
function MoreMenu({ free }: { free: () => void }) {
  const { t } = useTranslation('evidence')
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" px={8} aria-label={t('more')}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPrinter size={14} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/e/$handle/documents" params={{ handle }} search={{ kind: 'evidence-request' }} />}
        >
          {t('print')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={free}>
          {t('free.button')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
