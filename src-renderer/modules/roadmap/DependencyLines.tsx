import type { Phase, TaskRow } from '../../../src-main/contract/roadmap.ts'
import styles from './Roadmap.module.css'
import type { Span } from './scale.ts'

export type Line = { kind: 'group'; phase: Phase; top: number } | { kind: 'task'; task: TaskRow; top: number }

interface LinesProps {
  lines: readonly Line[]
  spanOf: (task: TaskRow) => Span
  x: (day: string) => number
  dayWidth: number
  size: { width: number; height: number }
  months: readonly string[]
  today: string
}

/** Middle of a bar, from the top of its line. */
const middle = 14

/** Behind the bars: the months, what waits for what, and today. */
export function DependencyLines({ lines, spanOf, x, dayWidth, size, months, today }: LinesProps) {
  const places = new Map(lines.flatMap((line) => (line.kind === 'task' ? [[line.task.id, { ...spanOf(line.task), top: line.top }]] : [])))
  const paths = lines.flatMap((line) => {
    if (line.kind !== 'task') return []
    const to = places.get(line.task.id)
    return line.task.afterIds.flatMap((id) => {
      const from = places.get(id)
      if (!from || !to) return []
      const [startX, startY] = [x(from.endOn) + dayWidth, from.top + middle]
      const [endX, endY] = [x(to.startOn) + (line.task.kind === 'milestone' ? dayWidth / 2 - 7 : 0), to.top + middle]
      const turn = Math.max(startX + 5, endX - 8)
      return [{ key: `${id} ${line.task.id}`, path: `M${startX} ${startY}H${turn}V${endY}H${endX}` }]
    })
  })
  return (
    <svg className={styles.lines} width={size.width} height={size.height} aria-hidden>
      {months.map((month) => (
        <line key={month} x1={x(month)} x2={x(month)} y1={0} y2={size.height} stroke="var(--line-quiet)" />
      ))}
      {paths.map(({ key, path }) => (
        <path key={key} d={path} fill="none" stroke="var(--mantine-color-dimmed)" strokeOpacity={0.45} />
      ))}
      <line x1={x(today)} x2={x(today)} y1={0} y2={size.height} stroke="var(--tone-poor-strong)" strokeWidth={1.5} strokeDasharray="4 3" />
    </svg>
  )
}
