import { ActionIcon, Group, Text } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { TraceKind, TraceNode } from '../../../src-main/contract/trace.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { columns, inColumns, keyOf, screenOf } from './columns.ts'
import { TraceLines } from './TraceLines.tsx'
import styles from './TraceScreen.module.css'

type Around = OutputOf<'trace.around'>

/** Items in columns with the links between them behind; the one in the middle of the walk has a frame. */
export function TraceGraph({ nodes, links, leftOut }: Around) {
  const { t } = useTranslation('trace')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const graph = useRef<HTMLDivElement>(null)
  const placed = useMemo(() => inColumns(nodes), [nodes])
  const middle = nodes.find(({ distance }) => distance === 0)
  const middleKey = middle ? keyOf(middle) : ''
  const [pointed, setPointed] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const lit = pointed ?? focused
  const neighbours = useMemo(() => {
    const touching = links.filter(({ from, to }) => keyOf(from) === lit || keyOf(to) === lit)
    return new Set(touching.flatMap(({ from, to }) => [keyOf(from), keyOf(to)]))
  }, [links, lit])
  const known = useMemo(() => new Set(nodes.map(keyOf)), [nodes])
  // Whoever walks by keyboard goes on from the new middle; where the focus is elsewhere, such as in the search field, it stays there.
  useEffect(() => {
    if (middleKey === '') return
    const holder = document.activeElement
    if (holder === document.body || graph.current?.contains(holder)) focusOn(graph.current, middleKey)
  }, [middleKey])
  const open = (node: TraceNode) => {
    const { screen, search } = screenOf(node, links)
    void navigate({ to: `/e/${handle}/${screen}`, search })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, node: TraceNode) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === 'o') {
      event.preventDefault()
      return open(node)
    }
    const next = step(placed, node, event.key)
    if (!next) return
    event.preventDefault()
    focusOn(graph.current, keyOf(next))
  }
  const tabStop = focused !== null && known.has(focused) ? focused : middleKey
  return (
    <div className={styles.scroller}>
      <section
        ref={graph}
        className={`${styles.graph} ${lit === null ? '' : styles.faded}`}
        aria-label={t('legend', { name: middle ? nameOf(middle) : '' })}
        onBlur={({ relatedTarget }) => {
          if (!(relatedTarget instanceof Node && graph.current?.contains(relatedTarget))) setFocused(null)
        }}
      >
        <TraceLines links={links} lit={lit} />
        {columns.map(({ id, kinds }, index) => (
          <div key={id} className={styles.column}>
            <h2 className={styles.title}>{t(`columns.${id}`)}</h2>
            {placed[index]?.map((node) => {
              const key = keyOf(node)
              return (
                <NodeBox
                  key={key}
                  node={node}
                  isLit={lit !== null && neighbours.has(key)}
                  tabIndex={key === tabStop ? 0 : -1}
                  point={(over) => setPointed(over ? key : null)}
                  focus={() => setFocused(key)}
                  open={() => open(node)}
                  onKeyDown={(event) => onKeyDown(event, node)}
                />
              )
            })}
            {leftOut
              .filter(({ kind }) => kinds.includes(kind))
              .map(({ kind, count }) => (
                <LeftOut key={kind} kind={kind} count={count} />
              ))}
          </div>
        ))}
      </section>
      {nodes.length === 1 && (
        <Text ta="center" c="dimmed">
          {t('alone')}
        </Text>
      )}
    </div>
  )
}

const focusOn = (graph: HTMLElement | null, key: string) => graph?.querySelector<HTMLElement>(`[data-node="${CSS.escape(key)}"]`)?.focus()

const nameOf = ({ code, title }: Pick<TraceNode, 'code' | 'title'>) => [code, title].filter(Boolean).join(' ')

/** The node that an arrow key leads to: up and down within the column, to the sides the same height in the next column that has nodes. */
function step(placed: TraceNode[][], node: TraceNode, pressed: string): TraceNode | undefined {
  const column = placed.findIndex((nodes) => nodes.includes(node))
  const row = placed[column]?.indexOf(node) ?? 0
  if (pressed === 'ArrowDown') return placed[column]?.[row + 1]
  if (pressed === 'ArrowUp') return placed[column]?.[row - 1]
  const by = pressed === 'ArrowRight' ? 1 : pressed === 'ArrowLeft' ? -1 : 0
  if (by === 0) return undefined
  for (let index = column + by; index >= 0 && index < placed.length; index += by) {
    const nodes = placed[index]
    if (nodes && nodes.length > 0) return nodes[Math.min(row, nodes.length - 1)]
  }
  return undefined
}

function NodeBox({
  node,
  isLit,
  tabIndex,
  point,
  focus,
  open,
  onKeyDown,
}: {
  node: TraceNode
  isLit: boolean
  tabIndex: number
  point: (over: boolean) => void
  focus: () => void
  open: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}) {
  const { t } = useTranslation('trace')
  const { handle } = useParams({ from: '/e/$handle' })
  const { kind, id, code, title, state, tone, distance } = node
  return (
    <div
      className={styles.node}
      data-middle={distance === 0}
      data-lit={isLit}
      data-box={keyOf(node)}
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
    >
      <Link
        to="/e/$handle/trace"
        params={{ handle }}
        search={{ kind, id }}
        className={styles.link}
        data-node={keyOf(node)}
        tabIndex={tabIndex}
        onFocus={focus}
        onKeyDown={onKeyDown}
      >
        <Text span size="xs" c="dimmed" display="block">
          {t(`kinds.${kind}`)} {code}
        </Text>
        <span className={styles.name}>{title}</span>
        <Group gap={4} mt={2} component="span">
          <StateTag tone={tone} bare>
            {state}
          </StateTag>
        </Group>
      </Link>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        className={styles.open}
        aria-label={t('open', { name: nameOf(node) })}
        tabIndex={-1}
        onClick={open}
      >
        <IconArrowUpRight size={13} />
      </ActionIcon>
    </div>
  )
}

function LeftOut({ kind, count }: { kind: TraceKind; count: number }) {
  const { t } = useTranslation('trace')
  return (
    <Text size="xs" c="dimmed">
      {t(`kinds.${kind}`)}: {t('leftOut', { count })}
    </Text>
  )
}
