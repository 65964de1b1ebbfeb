import { Box, Group, Progress, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditItem, auditResults } from '../../../../src-main/contract/audits.ts'
import { showError, useChange, useProcedure } from '../../../app/calls.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { isForOpenList } from '../../../ui/layers.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { EntryPageLink } from '../EntryPageLink.tsx'
import { ReportLink } from '../ReportLink.tsx'
import styles from './Checklist.module.css'
import { ChooseGroups } from './ChooseGroups.tsx'
import { type ChangeItem, ItemWork } from './ItemWork.tsx'
import { isFinding, toneOfResult } from './results.ts'

/** The checklist of one audit, walked by keys: result, what was seen, next. */
export function Checklist({ id }: { id: string }) {
  const { t } = useTranslation('register-audits')
  const { data: audit } = useProcedure('registers.get', { register: 'audits', id })
  const { data: items } = useProcedure('audits.items', { auditId: id })
  if (!audit || !items) return null
  const answered = items.filter(({ result }) => result !== 'open').length
  const own = items.filter(({ isOwnWork }) => isOwnWork).length
  const left = items.length - answered
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <EntryPageLink page="audits" record={id} variant="subtle" icon={<IconArrowLeft size={15} aria-hidden />}>
          {t('checklist.back')}
        </EntryPageLink>
        <Box style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Title order={1} fz="md">
            {`${audit.fields.reference} ${audit.fields.title}`}
          </Title>
          <Text size="xs" c="dimmed">
            {t('checklist.auditor', { auditor: String(audit.fields.auditor) || t('checklist.nobody') })}
            {items.length > 0 && ` · ${left === 0 ? t('checklist.done') : t('checklist.itemsLeft', { count: left })}`}
          </Text>
        </Box>
        {own > 0 && <StateTag tone="fair">{t('checklist.ownWorkAll', { count: own })}</StateTag>}
        <ChooseGroups auditId={id} />
        <ReportLink report="audit" record={id}>
          {t('details.report')}
        </ReportLink>
      </header>
      {items.length > 0 && (
        <Progress
          radius={0}
          size={3}
          value={(answered / items.length) * 100}
          aria-label={t('details.progress', { answered, items: items.length })}
        />
      )}
      {items.length === 0 ? <EmptyState title={t('checklist.emptyTitle')}>{t('checklist.empty')}</EmptyState> : <Walk items={items} />}
    </div>
  )
}

function Walk({ items }: { items: AuditItem[] }) {
  const { t } = useTranslation('register-audits')
  const { mutateAsync: set } = useChange('audits.setItem', { quiet: true })
  const raise = useChange('audits.raise')
  const list = useRef<HTMLDivElement>(null)
  const [currentId, setCurrentId] = useState(() => (items.find(({ result }) => result === 'open') ?? items[0])?.id)
  const position = Math.max(
    0,
    items.findIndex(({ id }) => id === currentId),
  )
  const current = items[position]
  const focusLine = (id: string) => list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus()
  const shown = current?.id
  // On arrival and after each move the keys are for the item that is shown.
  useEffect(() => {
    if (shown !== undefined) list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(shown)}"]`)?.focus()
  }, [shown])
  if (!current) return null
  const go = (index: number) => setCurrentId(items[Math.min(items.length - 1, Math.max(0, index))]?.id)
  const change: ChangeItem = (item, fields) => set({ id: item.id, fields })
  const choose = (item: AuditItem, digit: number) => {
    const result = auditResults[digit - 1]
    if (result) void change(item, { result }).catch(showError)
  }
  const raiseOf = (item: AuditItem) => raise.mutate({ id: item.id })
  const onListKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, number> = {
      Enter: 1,
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -items.length,
      End: items.length,
    }
    const by = moves[event.key]
    const digit = /^[1-6]$/.test(event.key) ? Number(event.key) : undefined
    const key = event.key.toLowerCase()
    if (by !== undefined) go(position + by)
    else if (digit !== undefined) choose(current, digit)
    else if (key === 'n') document.getElementById('audit-seen')?.focus()
    else if (key === 'r' && isFinding(current.result) && current.nonconformity === null) raiseOf(current)
    else return
    event.preventDefault()
  }
  /** In the panel: Escape goes back to the list, Ctrl+Enter on to the next. */
  const onPanelKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (position === items.length - 1) focusLine(current.id)
      else go(position + 1)
    }
    if (event.key !== 'Escape' || event.defaultPrevented || isForOpenList(event.nativeEvent)) return
    event.preventDefault()
    focusLine(current.id)
  }
  return (
    <div className={styles.body}>
      <div ref={list} className={styles.list} role="listbox" aria-label={t('details.title')}>
        {[...Map.groupBy(items, ({ group }) => group)].map(([group, lines]) => (
          <Fragment key={group}>
            <div className={styles.part} role="presentation">
              {`${group}  ${lines[0]?.groupTitle}`}
            </div>
            {lines.map((item) => (
              <div
                key={item.id}
                data-line={item.id}
                role="option"
                tabIndex={item.id === current.id ? 0 : -1}
                aria-selected={item.id === current.id}
                className={styles.line}
                onKeyDown={onListKey}
                onClick={() => setCurrentId(item.id)}
              >
                <Group justify="space-between" wrap="nowrap" gap="xs">
                  <Text size="xs" c="dimmed" fw={500}>
                    {item.itemId}
                  </Text>
                  <StateTag tone={toneOfResult[item.result]} bare>
                    {t(`result.${item.result}`)}
                  </StateTag>
                </Group>
                <Text size="sm" fw={item.id === current.id ? 600 : 400}>
                  {item.title}
                </Text>
              </div>
            ))}
          </Fragment>
        ))}
      </div>
      <ItemWork item={current} change={change} raise={raiseOf} onPanelKey={onPanelKey} />
    </div>
  )
}
