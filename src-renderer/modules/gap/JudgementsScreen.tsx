import { Group, Text } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessable } from '../../../src-main/contract/catalog.ts'
import type { Judgement } from '../../../src-main/contract/gap.ts'
import { useCatalog } from '../../app/catalog.ts'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { JudgementForm } from './JudgementForm.tsx'
import { conformityTone, useJudgements } from './judgements.ts'
import { RoundBar } from './RoundBar.tsx'

interface Row {
  item: Assessable
  judgement: Judgement
}

const groupOf = ({ item }: Row) => (item.kind === 'requirement' ? item.clause : item.objective)

/** The gap assessment as one table: search, sort, and write in the panel. */
export function JudgementsScreen() {
  const { t } = useTranslation('gap')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { item: openId, group } = useSearch({ strict: false })
  const catalog = useCatalog()
  const { judgements, judge, confirm, round } = useJudgements()
  const table = useRef<DataTableHandle>(null)
  const titles = useMemo(
    () => new Map([...(catalog?.clauses ?? []), ...(catalog?.objectives ?? [])].map(({ id, title }) => [id, title])),
    [catalog],
  )
  const rows = useMemo(
    () =>
      judgements.flatMap((judgement): Row[] => {
        const item = catalog?.items.get(judgement.itemId)
        return item ? [{ item, judgement }] : []
      }),
    [judgements, catalog],
  )
  const shown = useMemo(
    () => (group === undefined ? rows : rows.filter((row) => groupOf(row) === group || groupOf(row).startsWith(`${group}.`))),
    [rows, group],
  )
  const columns = useMemo(
    (): TableColumn<Row>[] => [
      { id: 'item', title: t('columns.item'), width: 84, text: ({ item }) => item.id },
      { id: 'title', title: t('columns.title'), width: 230, text: ({ item }) => item.title },
      {
        id: 'conformity',
        title: t('fields.conformity'),
        width: 168,
        text: ({ judgement: { conformity, origin } }) =>
          [t(`conformity.${conformity}`), origin === 'carried-over' ? t('carriedOver') : ''].join(' ').trim(),
        render: ({ judgement: { conformity, origin } }) => (
          <>
            <StateTag tone={conformityTone[conformity]}>{t(`conformity.${conformity}`)}</StateTag>
            {origin === 'carried-over' && (
              <Text size="xs" c="dimmed">
                {t('carriedOver')}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'maturity',
        title: t('fields.maturity'),
        width: 84,
        align: 'right',
        text: ({ judgement }) => (judgement.maturity === null ? '' : String(judgement.maturity)),
      },
      { id: 'notes', title: t('fields.notes'), width: 260, text: ({ judgement }) => judgement.notes },
      { id: 'finding', title: t('fields.finding'), width: 260, text: ({ judgement }) => judgement.finding },
      { id: 'owner', title: t('fields.owner'), width: 140, text: ({ judgement }) => judgement.owner },
      { id: 'dueDate', title: t('fields.dueDate'), width: 100, text: ({ judgement }) => judgement.dueDate ?? '' },
    ],
    [t],
  )
  const open = (item?: string) =>
    void navigate({ to: `/e/${handle}/judgements`, search: { ...(item ? { item } : {}), ...(group ? { group } : {}) }, replace: true })
  const isClosed = (round?.closedOn ?? null) !== null
  const openRow = shown.find(({ item }) => item.id === openId)
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && openId && shown.length > 0) table.current?.focusRow(openId)
    if (shown.length > 0) arrived.current = true
  }, [openId, shown])
  return (
    <>
      <DataTable
        ref={table}
        label={t('tableLabel')}
        rows={shown}
        columns={columns}
        rowId={({ item }) => item.id}
        groupOf={(row) => `${groupOf(row)}  ${titles.get(groupOf(row)) ?? ''}`}
        openId={openId ?? null}
        onOpen={({ item }) => open(item.id)}
        toolbar={
          <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
            <RoundBar />
          </Group>
        }
        empty={<EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>}
      />
      {openRow && (
        <SidePanel
          title={openRow.item.title}
          kicker={
            <Text size="xs" c="dimmed" fw={500}>
              {openRow.item.id}
            </Text>
          }
          onClose={() => {
            table.current?.focusRow(openRow.item.id)
            open()
          }}
        >
          <Text size="sm" mb="md">
            {openRow.item.asks}
          </Text>
          <JudgementForm
            item={openRow.item}
            judgement={openRow.judgement}
            judge={judge}
            disabled={isClosed}
            confirm={
              openRow.judgement.origin === 'carried-over' && !isClosed
                ? () => void confirm([openRow.item.id]).catch(() => undefined)
                : undefined
            }
          />
        </SidePanel>
      )}
    </>
  )
}
