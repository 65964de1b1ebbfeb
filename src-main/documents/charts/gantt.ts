import type { GanttChart } from '../../report/model.ts'
import { onOneLine } from '../font-widths.ts'
import { ink, tones } from '../style.ts'
import type { Drawing, Shape } from './shapes.ts'
import { labelledMonths, timeScale } from './time.ts'

const labelWidth = 236
const stateWidth = 58
const rowHeight = 15
const head = 32

/** Groups and tasks as bars over months: the baseline as a thin line under its bar, milestones as diamonds, the state as a word. */
export function drawGantt(chart: GanttChart, room: number): Drawing {
  const { from: first, to: last } = chart.span
  const at = timeScale(first, last, labelWidth, room - labelWidth - stateWidth)
  const height = head + chart.rows.length * rowHeight + 4
  const months = labelledMonths(first, last, at).flatMap(({ day, label }): Shape[] => [
    { kind: 'line', from: [at(day), head - 4], to: [at(day), height], stroke: ink.line, width: 0.5 },
    { kind: 'text', x: at(day) + 2, y: head - 6, text: label, size: 7, colour: ink.quiet },
  ])
  return {
    width: room,
    height,
    shapes: [
      ...legend(chart),
      ...months,
      ...chart.rows.flatMap((row, index) => drawRow(row, head + index * rowHeight, at, room)),
      ...(chart.today >= first && chart.today <= last ? todayLine(at(chart.today), height) : []),
    ],
  }
}

const todayLine = (x: number, height: number): Shape[] => [
  { kind: 'line', from: [x, head - 4], to: [x, height], stroke: tones.poor.strong, width: 1, dash: [3, 2] },
]

function legend({ legend: words }: GanttChart): Shape[] {
  const text = (x: number, value: string): Shape => ({ kind: 'text', x, y: 9, text: value, size: 7.5, colour: ink.text })
  return [
    { kind: 'rectangle', x: 0, y: 3, width: 16, height: 6, fill: tones.info.strong },
    text(21, words.planned),
    { kind: 'rectangle', x: 110, y: 6, width: 16, height: 2, fill: ink.quiet },
    text(131, words.baseline),
    diamond(228, 6, ink.accent),
    text(237, words.milestone),
    { kind: 'line', from: [330, 6], to: [346, 6], stroke: tones.poor.strong, width: 1, dash: [3, 2] },
    text(351, words.today),
  ]
}

const diamond = (x: number, y: number, fill: string): Shape => ({
  kind: 'polygon',
  points: [
    [x, y - 4.5],
    [x + 4.5, y],
    [x, y + 4.5],
    [x - 4.5, y],
  ],
  fill,
})

function drawRow(row: GanttChart['rows'][number], y: number, at: (day: string, after?: number) => number, room: number): Shape[] {
  const middle = y + rowHeight / 2
  const colour = row.isGroup ? ink.accent : tones[row.tone].strong
  const [x, end] = [at(row.from), at(row.to, 1)]
  const band: Shape[] = row.isGroup ? [{ kind: 'rectangle', x: 0, y, width: room, height: rowHeight - 1, fill: ink.band }] : []
  const label: Shape = {
    kind: 'text',
    x: row.isGroup ? 2 : 10,
    y: middle + 2.8,
    text: onOneLine(row.label, labelWidth - 14, { size: 7.5, strong: row.isGroup }),
    size: 7.5,
    colour: row.isGroup ? ink.accent : ink.text,
    strong: row.isGroup,
  }
  const state: Shape = {
    kind: 'text',
    x: room - 2,
    y: middle + 2.8,
    text: onOneLine(row.state, stateWidth - 4, { size: 7, strong: row.tone === 'poor' }),
    size: 7,
    colour,
    anchor: 'end',
    strong: row.tone === 'poor',
  }
  const height = row.isGroup ? 3 : 7
  const width = Math.max(2, end - x)
  const bar: Shape[] = row.isMilestone
    ? [diamond((x + end) / 2, middle - 1, colour)]
    : [
        { kind: 'rectangle', x, y: middle - 1 - height / 2, width, height, fill: row.isGroup ? colour : tones[row.tone].tint },
        {
          kind: 'rectangle',
          x,
          y: middle - 1 - height / 2,
          width: row.isGroup ? 0 : Math.max(1.5, (width * row.progress) / 100),
          height,
          fill: colour,
        },
      ]
  const baseline: Shape[] =
    row.baseline && !row.isGroup
      ? [
          {
            kind: 'rectangle',
            x: at(row.baseline.from),
            y: middle + 4,
            width: Math.max(2, at(row.baseline.to, 1) - at(row.baseline.from)),
            height: 1.4,
            fill: ink.quiet,
          },
        ]
      : []
  return [...band, label, ...bar, ...baseline, state]
}
