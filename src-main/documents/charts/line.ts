import type { LineChart } from '../../report/model.ts'
import { onOneLine } from '../font-widths.ts'
import { ink, tones } from '../style.ts'
import type { Drawing, Shape } from './shapes.ts'

const width = 500
const height = 190
const area = { left: 44, right: width - 14, top: 26, bottom: height - 24 }
const dashes: number[][] = [
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
]
/** Labels under the axis that fit beside one another. */
const mostLabels = 7

const short = (value: number) => String(Number(value.toPrecision(4)))

/** Values over time as a line with a dot for each, and a dashed line for each level; the legend above names them. */
export function drawLine(chart: LineChart): Drawing {
  const values = [...chart.points, ...chart.levels].map(({ value }) => value)
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const margin = (highest - lowest || Math.abs(highest) || 1) * 0.12
  const [from, to] = [lowest - margin, highest + margin]
  const y = (value: number) => area.bottom - ((value - from) / (to - from)) * (area.bottom - area.top)
  const step = (area.right - area.left) / Math.max(1, chart.points.length - 1)
  const x = (index: number) => (chart.points.length === 1 ? (area.left + area.right) / 2 : area.left + index * step)
  const points = chart.points.map(({ value }, index): [number, number] => [x(index), y(value)])
  return {
    width,
    height,
    shapes: [
      ...drawScale(lowest, highest, y),
      ...chart.levels.map(({ value, tone }, index): Shape => drawLevel(y(value), tones[tone].strong, index)),
      ...points
        .slice(1)
        .map((point, index): Shape => ({ kind: 'line', from: points[index] ?? point, to: point, stroke: ink.accent, width: 1.8 })),
      ...points.map(([cx, cy]): Shape => ({ kind: 'circle', x: cx, y: cy, radius: 2.4, fill: ink.accent })),
      ...drawLabels(chart, x),
      ...drawLegend(chart),
    ],
  }
}

function drawScale(lowest: number, highest: number, y: (value: number) => number): Shape[] {
  const marks = highest === lowest ? [lowest] : [lowest, (lowest + highest) / 2, highest]
  return marks.flatMap((value): Shape[] => [
    { kind: 'line', from: [area.left, y(value)], to: [area.right, y(value)], stroke: ink.line, width: 0.6 },
    { kind: 'text', x: area.left - 6, y: y(value) + 3, text: short(value), size: 7.5, colour: ink.quiet, anchor: 'end' },
  ])
}

const drawLevel = (at: number, stroke: string, index: number): Shape => ({
  kind: 'line',
  from: [area.left, at],
  to: [area.right, at],
  stroke,
  width: 1.3,
  dash: dashes[index % dashes.length] ?? [],
})

function drawLabels({ points }: LineChart, x: (index: number) => number): Shape[] {
  const each = Math.max(1, Math.ceil((points.length - 1) / (mostLabels - 1)))
  return points.flatMap(({ label }, index): Shape[] => {
    if ((points.length - 1 - index) % each !== 0) return []
    const anchor = points.length > 1 && index === points.length - 1 ? 'end' : index === 0 && points.length > 1 ? 'start' : 'middle'
    return [{ kind: 'text', x: x(index), y: area.bottom + 14, text: label, size: 7.5, colour: ink.quiet, anchor }]
  })
}

function drawLegend({ name, levels }: LineChart): Shape[] {
  const entries = [
    { name, colour: ink.accent, dash: [] },
    ...levels.map((level, index) => ({
      name: `${level.name} ${short(level.value)}`,
      colour: tones[level.tone].strong,
      dash: dashes[index % dashes.length] ?? [],
    })),
  ]
  const room = (width - area.left) / entries.length
  let x = area.left
  return entries.flatMap((entry): Shape[] => {
    const start = x
    const name = onOneLine(entry.name, room - 40, { size: 8 })
    x += 40 + name.length * 4.6
    return [
      { kind: 'line', from: [start, 9], to: [start + 20, 9], stroke: entry.colour, width: 1.8, dash: entry.dash },
      { kind: 'text', x: start + 25, y: 12, text: name, size: 8, colour: ink.text },
    ]
  })
}
