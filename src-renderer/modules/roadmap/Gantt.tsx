import { UnstyledButton } from '@mantine/core'
import {
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, daysBetween } from '../../../src-main/contract/days.ts'
import type { Plan, TaskRow } from '../../../src-main/contract/roadmap.ts'
import { SideEdge } from '../../ui/SideEdge.tsx'
import { DependencyLines, type Line } from './DependencyLines.tsx'
import styles from './Roadmap.module.css'
import { monthsOf, type Span } from './scale.ts'
import { useMoving } from './use-moving.ts'
import { heights, useVisible } from './use-visible.ts'
import { toneOf } from './words.ts'

export interface GanttHandle {
  focusTask: (id: string) => void
}

interface GanttProps {
  plan: Plan
  /** Pixels of a day; null fits the whole plan into the window. */
  zoom: number | null
  openId: string | null
  onOpen: (id: string) => void
  onMove: (task: TaskRow, span: Span) => Promise<unknown>
  onZoom: (by: 1 | -1) => void
  ref?: Ref<GanttHandle>
}

/** Lines of the chart from top to bottom: phases as groups, their tasks under them. */
function linesOf({ phases, tasks }: Plan): Line[] {
  let top = 0
  const place = (height: number) => {
    top += height
    return top - height
  }
  const byPhase = Map.groupBy(tasks, ({ phase }) => phase)
  return phases.flatMap((phase): Line[] => {
    const own = byPhase.get(phase.id) ?? []
    return own.length === 0
      ? []
      : [{ kind: 'group', phase, top: place(heights.group) }, ...own.map((task): Line => ({ kind: 'task', task, top: place(heights.row) }))]
  })
}

/** The span of the picture: everything that is drawn, with a week before it and five after it, for the words at its end. */
function spanOfPlan({ tasks, today }: Plan): Span {
  const days = tasks.flatMap(({ startOn, endOn, baselineStartOn, baselineEndOn }) => [
    startOn,
    endOn,
    baselineStartOn ?? startOn,
    baselineEndOn ?? endOn,
  ])
  const sorted = [...days, today].sort()
  return { startOn: addDays(sorted[0] ?? today, -7), endOn: addDays(sorted.at(-1) ?? today, 35) }
}

/** Pixels that the name of a month needs. */
const shortestMonth = 34

/** Pixels of a day below which bars are no longer told apart. */
const narrowestDay = 0.9

/** Pixels that the window leaves for the time, beside the names. */
function useRoom(scroller: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => setRoom(box.clientWidth - Number.parseFloat(getComputedStyle(box).getPropertyValue('--left')) - 1)
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    measure()
    return () => observer.disconnect()
  }, [scroller])
  return room
}

/** The Gantt chart: bars that are moved by dragging or by keys, with their baseline, what they wait for, and today. */
export function Gantt({ plan, zoom, openId, onOpen, onMove, onZoom, ref }: GanttProps) {
  const { t } = useTranslation('roadmap')
  const scroller = useRef<HTMLElement>(null)
  const lines = useMemo(() => linesOf(plan), [plan])
  const span = useMemo(() => spanOfPlan(plan), [plan])
  const room = useRoom(scroller)
  const days = daysBetween(span.startOn, span.endOn) + 1
  const dayWidth = zoom ?? Math.max(narrowestDay, room / days)
  const { spanOf, isMoving, keys, pointer } = useMoving(dayWidth, onMove, ({ id }) => onOpen(id))
  const width = days * dayWidth
  const x = (day: string) => daysBetween(span.startOn, day) * dayWidth
  const { drawn, tabStop, focusTask, setActive } = useVisible(scroller, lines, openId)
  useImperativeHandle(ref, () => ({ focusTask }))
  const press = (event: KeyboardEvent<HTMLElement>, task: TaskRow) => {
    if (keys(event, task)) return
    const all = lines.flatMap((line) => (line.kind === 'task' ? [line.task.id] : []))
    const at = all.indexOf(task.id)
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      focusTask(all[to])
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen(task.id)
    }
    if (event.key === '+' || event.key === '-') {
      event.preventDefault()
      onZoom(event.key === '+' ? 1 : -1)
    }
  }
  const last = lines.at(-1)
  const height = last ? last.top + (last.kind === 'group' ? heights.group : heights.row) : 0
  return (
    <div className={styles.around}>
      <section ref={scroller} className={styles.scroller} aria-label={t('gantt')}>
        <div style={{ width: `calc(var(--left) + ${width}px)` }}>
          <div className={styles.header} aria-hidden>
            <div className={styles.left}>
              <span>{t('fields.title')}</span>
              <span className={styles.wide}>{t('fields.owner')}</span>
              <span className={styles.wide}>{t('dates')}</span>
            </div>
            <div className={styles.time} style={{ width }}>
              {monthsOf(span).map((month) => {
                const from = Math.max(0, x(month))
                const to = Math.min(width, x(addDays(month, 31)))
                return (
                  <div key={month} className={styles.month} style={{ left: from, width: to - from }}>
                    {to - from >= shortestMonth && monthWord(month, dayWidth)}
                  </div>
                )
              })}
            </div>
          </div>
          <div style={{ position: 'relative', height }}>
            <DependencyLines
              lines={lines}
              spanOf={spanOf}
              x={x}
              dayWidth={dayWidth}
              size={{ width, height }}
              months={monthsOf(span)}
              today={plan.today}
            />
            {drawn.map((line) =>
              line.kind === 'group' ? (
                <div key={line.phase.id} className={styles.group} style={{ top: line.top }}>
                  <div className={styles.left}>
                    <span>{line.phase.title}</span>
                    <span className={styles.wide} />
                    <span className={styles.wide}>{t('doneOf', { done: line.phase.done, tasks: line.phase.tasks })}</span>
                  </div>
                  <div className={styles.time} style={{ width }}>
                    <div
                      className={styles.span}
                      style={{ left: x(line.phase.startOn ?? plan.today), width: widthOf(line.phase.startOn, line.phase.endOn, dayWidth) }}
                    />
                  </div>
                </div>
              ) : (
                <div key={line.task.id} className={styles.row} style={{ top: line.top }} data-open={line.task.id === openId}>
                  <div className={styles.left} aria-hidden>
                    <UnstyledButton
                      tabIndex={-1}
                      title={line.task.title}
                      className={styles.name}
                      onClick={() => {
                        focusTask(line.task.id)
                        onOpen(line.task.id)
                      }}
                    >
                      {line.task.title}
                    </UnstyledButton>
                    <span className={styles.wide} title={line.task.owner}>
                      {line.task.owner}
                    </span>
                    <span className={styles.wide}>{shortDates(spanOf(line.task))}</span>
                  </div>
                  <div className={styles.time} style={{ width }}>
                    <Bar
                      task={line.task}
                      span={spanOf(line.task)}
                      isMoving={isMoving(line.task)}
                      x={x}
                      dayWidth={dayWidth}
                      tabIndex={line.task.id === tabStop ? 0 : -1}
                      pointer={pointer(line.task)}
                      onKeyDown={(event) => press(event, line.task)}
                      onFocus={() => setActive(line.task.id)}
                    />
                  </div>
                </div>
              ),
            )}
          </div>
        </div>
      </section>
      <SideEdge of={scroller} />
    </div>
  )
}

const widthOf = (from: string | null, to: string | null, dayWidth: number) =>
  from === null || to === null ? 0 : (daysBetween(from, to) + 1) * dayWidth
const shortDates = ({ startOn, endOn }: Span) => (startOn === endOn ? startOn.slice(5) : `${startOn.slice(5)} – ${endOn.slice(5)}`)
/** Where a month is narrow, January is its year. */
const monthWord = (month: string, dayWidth: number): string => {
  if (dayWidth <= 3 && month.endsWith('-01-01')) return month.slice(0, 4)
  const year = dayWidth > 3 ? { year: 'numeric' as const } : {}
  return new Date(month).toLocaleDateString(undefined, { month: 'short', ...year, timeZone: 'UTC' })
}

interface BarProps {
  task: TaskRow
  span: Span
  isMoving: boolean
  x: (day: string) => number
  dayWidth: number
  tabIndex: number
  pointer: ReturnType<ReturnType<typeof useMoving>['pointer']>
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onFocus: () => void
}

/** One task: a button that says everything about it, its baseline under it, and a word where something is wrong with it. */
function Bar({ task, span, isMoving, x, dayWidth, tabIndex, pointer, onKeyDown, onFocus }: BarProps) {
  const { t } = useTranslation('roadmap')
  const tone = toneOf[task.state]
  const colours: CSSProperties & Record<`--${string}`, string> = {
    '--tint': `var(--tone-${tone}-tint)`,
    '--strong': `var(--tone-${tone}-strong)`,
  }
  const isMilestone = task.kind === 'milestone'
  const [left, width] = [x(span.startOn), Math.max(6, widthOf(span.startOn, span.endOn, dayWidth))]
  const label = t(isMilestone ? 'barMilestone' : 'barTask', {
    title: task.title,
    from: span.startOn,
    to: span.endOn,
    state: t(`state.${task.state}`),
    owner: task.owner || t('noOwner'),
    progress: task.progress,
  })
  const shared = { ...pointer, tabIndex, onKeyDown, onFocus, 'aria-label': label, 'data-task': task.id, 'data-moving': isMoving }
  const place = isMilestone ? { left: left + dayWidth / 2 - 7 } : { left, width }
  return (
    <>
      {task.baselineStartOn !== null && task.baselineEndOn !== null && (
        <div
          className={styles.baseline}
          style={{ left: x(task.baselineStartOn), width: Math.max(4, widthOf(task.baselineStartOn, task.baselineEndOn, dayWidth)) }}
        />
      )}
      <UnstyledButton {...shared} className={isMilestone ? styles.diamond : styles.bar} style={{ ...colours, ...place }}>
        {!isMilestone && (
          <>
            <span className={styles.fill} style={{ width: `${task.progress}%` }} />
            <span className={styles.edge} data-edge="start" style={{ insetInlineStart: 0 }} />
            <span className={styles.edge} data-edge="end" style={{ insetInlineEnd: 0 }} />
          </>
        )}
      </UnstyledButton>
      {(task.state === 'late' || task.state === 'waiting') && (
        <span className={styles.word} style={{ ...colours, left: isMilestone ? left + dayWidth / 2 + 8 : left + width }} aria-hidden>
          {`! ${t(`state.${task.state}`)}`}
        </span>
      )}
    </>
  )
}
