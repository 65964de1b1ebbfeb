import { Group, Kbd, Progress, Text, Title, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessable } from '../../../src-main/contract/catalog.ts'
import { useCatalog } from '../../app/catalog.ts'
import { isForOpenList } from '../../ui/layers.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { JudgementForm } from './JudgementForm.tsx'
import { choose, conformityTone, isConfirmed, useJudgements } from './judgements.ts'
import { judgementKey, type SetJudgement } from './keys.ts'
import { usePlace } from './place.ts'
import { Reading } from './Reading.tsx'
import { RoundBar } from './RoundBar.tsx'
import styles from './Workbench.module.css'

export interface WorkGroup {
  id: string
  title: string
  /** Title of the chapter or objective list that this group begins. */
  heading?: string
  items: Assessable[]
}

/** Tree, list and panel: one requirement or control after the other, by keys alone. Groups say in which order. */
export function Workbench({ screen, groups }: { screen: 'gap' | 'interview'; groups: WorkGroup[] }) {
  const { t } = useTranslation('gap')
  const [place, setPlace] = usePlace(screen)
  const catalog = useCatalog()
  const { byItem, judge, confirm, round } = useJudgements()
  const list = useRef<HTMLDivElement>(null)
  const order = useMemo(() => groups.flatMap((group) => group.items.map((item) => ({ group: group.id, item }))), [groups])
  const position = Math.max(
    0,
    order.findIndex(({ group, item }) => item.id === place.item && (place.group === undefined || group === place.group)),
  )
  const current = order[position]
  const group = groups.find(({ id }) => id === current?.group)
  const isClosed = (round?.closedOn ?? null) !== null

  const focusItem = useCallback((id: string) => list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)?.focus(), [])
  const go = (index: number) => {
    const next = order[Math.min(order.length - 1, Math.max(0, index))]
    if (next) setPlace({ item: next.item.id, group: next.group })
  }
  // On arrival, after each move and after a jump from elsewhere the keys are for the item that is shown.
  const isReady = byItem.size > 0
  const shown = isReady && current ? `${current.group} ${current.item.id}` : undefined
  useLayoutEffect(() => {
    if (shown !== undefined) focusItem(shown.slice(shown.indexOf(' ') + 1))
  }, [shown, focusItem])

  const judgement = current && byItem.get(current.item.id)
  const set: SetJudgement = (field, value) => {
    if (judgement && !isClosed) choose(judge, judgement, field, value)
  }
  const isCarriedOver = judgement?.origin === 'carried-over'
  const confirmShown = () => {
    if (judgement && isCarriedOver && !isClosed)
      void confirm([judgement.itemId]).then(
        () => focusItem(judgement.itemId),
        () => undefined,
      )
  }
  const onListKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = moves[event.key]
    const done = by !== undefined || judgementKey(event, current?.item.kind === 'control', { set, confirm: confirmShown })
    if (by !== undefined) go(position + by)
    if (done) event.preventDefault()
  }
  /** In the panel: Escape goes back to the list, Ctrl+Enter on to the next. */
  const onPanelKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      go(position + 1)
    }
    if (event.key !== 'Escape' || event.defaultPrevented || isForOpenList(event.nativeEvent) || !current) return
    event.preventDefault()
    focusItem(current.item.id)
  }
  // Before the judgements are there a key would be for nothing, so nothing is shown that asks for one.
  if (!isReady) return null
  return (
    <div className={styles.bench}>
      <nav className={styles.column} aria-label={t('tree')}>
        <RoundBar />
        {groups.map((each) => (
          <GroupButton
            key={each.id}
            group={each}
            isCurrent={each.id === group?.id}
            confirmed={each.items.filter(({ id }) => isConfirmed(byItem.get(id))).length}
            open={() => go(order.findIndex((entry) => entry.group === each.id))}
          />
        ))}
      </nav>
      <div className={styles.column} ref={list} role="listbox" aria-label={group?.title ?? t('list')}>
        {group?.items.map((item) => {
          const state = byItem.get(item.id)?.conformity ?? 'not-assessed'
          const isOld = byItem.get(item.id)?.origin === 'carried-over'
          return (
            <div
              key={item.id}
              data-item={item.id}
              role="option"
              tabIndex={item.id === current?.item.id ? 0 : -1}
              aria-selected={item.id === current?.item.id}
              className={styles.item}
              onKeyDown={onListKey}
              onClick={() => go(order.findIndex((entry) => entry.group === group.id && entry.item.id === item.id))}
            >
              <Group justify="space-between" wrap="nowrap" gap="xs" mb={2}>
                <Text size="xs" c="dimmed" fw={500}>
                  {item.id}
                </Text>
                <StateTag tone={conformityTone[state]} bare>
                  {t(`conformity.${state}`)}
                </StateTag>
              </Group>
              <Text size="md">{item.title}</Text>
              {isOld && (
                <Text size="xs" c="dimmed">
                  {t('carriedOver')}
                </Text>
              )}
            </div>
          )
        })}
      </div>
      {current && judgement && (
        <section className={styles.panel} aria-label={current.item.title} onKeyDown={onPanelKey}>
          <Group justify="space-between" align="flex-start" wrap="nowrap" className={styles.title}>
            <div>
              <Text size="xs" c="dimmed" fw={500}>
                {current.item.id}
              </Text>
              <Title order={1}>{current.item.title}</Title>
            </div>
            <Keys isControl={current.item.kind === 'control'} isCarriedOver={isCarriedOver && !isClosed} />
          </Group>
          <div className={styles.split}>
            <Reading
              item={current.item}
              clause={catalog?.clauses.find(({ id }) => current.item.kind === 'requirement' && id === current.item.clause)}
            />
            <JudgementForm
              confirm={isCarriedOver && !isClosed ? confirmShown : undefined}
              item={current.item}
              judgement={judgement}
              judge={judge}
              disabled={isClosed}
            />
          </div>
        </section>
      )}
    </div>
  )
}

const moves: Record<string, number> = { Enter: 1, ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -10_000, End: 10_000 }

function GroupButton({ group, isCurrent, confirmed, open }: { group: WorkGroup; isCurrent: boolean; confirmed: number; open: () => void }) {
  const { t } = useTranslation('gap')
  return (
    <>
      {group.heading && <div className={styles.heading}>{group.heading}</div>}
      <UnstyledButton className={styles.group} aria-current={isCurrent} onClick={open}>
        <Group justify="space-between" wrap="nowrap" gap="xs" mb={4}>
          <Text size="sm" fw={isCurrent ? 600 : 400} lineClamp={2}>
            {group.title}
          </Text>
          <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
            {confirmed}/{group.items.length}
          </Text>
        </Group>
        <Progress
          value={(confirmed / Math.max(1, group.items.length)) * 100}
          size={3}
          aria-label={t('judgedOf', { judged: confirmed, items: group.items.length })}
          transitionDuration={100}
        />
      </UnstyledButton>
    </>
  )
}

function Keys({ isControl, isCarriedOver }: { isControl: boolean; isCarriedOver: boolean }) {
  const { t } = useTranslation('gap')
  return (
    <Text size="xs" c="dimmed" ta="right" style={{ whiteSpace: 'nowrap' }} visibleFrom="sm">
      <Kbd size="xs">1</Kbd>–<Kbd size="xs">{isControl ? 4 : 3}</Kbd> {t('keys.conformity')} <Kbd size="xs">⇧ 0</Kbd>–<Kbd size="xs">5</Kbd>{' '}
      {t('keys.maturity')}
      <br />
      <Kbd size="xs">N</Kbd> {t('keys.note')} <Kbd size="xs">F</Kbd> {t('keys.finding')} <Kbd size="xs">↵</Kbd> {t('keys.next')}{' '}
      {isCarriedOver && (
        <>
          <Kbd size="xs">C</Kbd> {t('keys.confirm')}{' '}
        </>
      )}
      <Kbd size="xs">Esc</Kbd> {t('keys.back')}
    </Text>
  )
}
