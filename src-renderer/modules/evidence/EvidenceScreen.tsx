import { Button, Menu } from '@mantine/core'
import { IconDots, IconListCheck, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceRow } from '../../../src-main/contract/evidence.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { DataTableHandle } from '../../ui/DataTable.tsx'
import { EvidenceDrop } from '../../ui/EvidenceDrop.tsx'
import { EntryTable } from '../../ui/entry/EntryTable.tsx'
import { useRemoveEntries } from '../../ui/entry/use-remove-entries.ts'
import { CoverageBar } from './CoverageBar.tsx'
import { evidenceColumns } from './columns.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import styles from './EvidenceScreen.module.css'
import { FreeSpace } from './FreeSpace.tsx'
import { RequestDialog } from './RequestDialog.tsx'

const register = 'evidence'
const noEntries: EvidenceRow[] = []

/** Evidence: what backs the management system, what is still to be asked for, and one entry beside it. */
export function EvidenceScreen() {
  const { t } = useTranslation(['evidence', 'register-evidence'])
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId } = useSearch({ strict: false })
  const { data: entries } = useProcedure('evidence.list', {})
  const add = useChange('registers.add')
  const addRef = useRef<HTMLButtonElement>(null)
  const [dialog, setDialog] = useState<'requests' | 'free' | null>(null)
  const table = useRef<DataTableHandle>(null)
  const columns = useMemo(() => evidenceColumns(t), [t])
  const open = (record?: string) => void navigate({ to: `/e/${handle}/evidence`, search: record ? { record } : {}, replace: true })
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && openId && entries) table.current?.focusRow(openId)
    if (entries) arrived.current = true
  }, [openId, entries])
  const remove = useRemoveEntries({
    register,
    rows: entries ?? noEntries,
    table,
    close: () => open(),
    emptied: () => addRef.current?.focus(),
  })
  if (!entries) return null
  const openEntry = entries.find(({ id }) => id === openId)
  const buttons = (
    <>
      <Button ref={addRef} leftSection={<IconListCheck size={14} aria-hidden />} onClick={() => setDialog('requests')}>
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
    </>
  )
  return (
    <>
      <div className={styles.screen}>
        <div className={styles.head}>
          <CoverageBar entries={entries} />
          <EvidenceDrop takesPaste={!openEntry || openEntry.file !== null} />
        </div>
        <EntryTable
          ref={table}
          register={register}
          label={t('title')}
          rows={entries}
          columns={columns}
          openId={openId ?? null}
          onOpen={open}
          remove={remove}
          buttons={buttons}
        />
      </div>
      {openEntry && (
        <EvidencePanel
          id={openEntry.id}
          close={() => {
            table.current?.focusRow(openEntry.id)
            open()
          }}
          remove={() => remove([openEntry.id])}
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
