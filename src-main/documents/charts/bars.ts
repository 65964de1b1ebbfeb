import type { BarChart } from '../../report/model.ts'
import { onOneLine } from '../font-widths.ts'
import { ink, tones } from '../style.ts'
import type { Drawing, Shape } from './shapes.ts'

const width = 500
const labelWidth = 210
const barHeight = 15
const gap = 7
const legendHeight = 26
/** As many bars as stand on one page, together with title and caption. */
export const mostBars = 15

/** Stacked bars of counts; the number stands in each part, so that colour does not carry it alone. */
export function drawBars(chart: BarChart): Drawing {
  const largest = Math.max(1, ...chart.bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)))
  const unit = (width - labelWidth - 24) / largest
  return {
    width,
    height: legendHeight + chart.bars.length * (barHeight + gap),
    shapes: [
      ...drawLegend(chart),
      ...chart.bars.flatMap((bar, index) => drawBar(chart, bar, legendHeight + index * (barHeight + gap), unit)),
    ],
  }
}

/** Each name gets room by its length, so that a long one does not run into the next. */
function drawLegend({ series }: BarChart): Shape[] {
  const share = (name: string) => name.length + 6
  const unit = width / series.reduce((sum, { name }) => sum + share(name), 0)
  let x = 0
  return series.flatMap(({ name, tone }): Shape[] => {
    const start = x
    x += share(name) * unit
    const shown = onOneLine(name, share(name) * unit - 18, { size: 8 })
    return [
      { kind: 'rectangle', x: start, y: 2, width: 9, height: 9, fill: tones[tone].strong },
      { kind: 'text', x: start + 14, y: 10, text: shown, size: 8, colour: ink.text },
    ]
  })
}

function drawBar({ series }: BarChart, bar: BarChart['bars'][number], y: number, unit: number): Shape[] {
  let x = labelWidth
  const parts = bar.values.flatMap((value, index): Shape[] => {
    if (value === 0) return []
    const start = x
    x += value * unit
    const text = {
      kind: 'text',
      x: start + (value * unit) / 2,
      y: y + 11,
      text: String(value),
      size: 8,
      colour: ink.paper,
      anchor: 'middle',
      strong: true,
    } as const
    return [
      { kind: 'rectangle', x: start, y, width: value * unit - 1, height: barHeight, fill: tones[series[index]?.tone ?? 'neutral'].strong },
      text,
    ]
  })
  const label = onOneLine(bar.label, labelWidth - 6, { size: 8 })
  return [{ kind: 'text', x: 0, y: y + 11, text: label, size: 8, colour: ink.text }, ...parts]
}
