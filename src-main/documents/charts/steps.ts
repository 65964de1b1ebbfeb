import type { StepChart } from '../../report/model.ts'
import { onOneLine } from '../font-widths.ts'
import { ink, seriesColours, tones } from '../style.ts'
import type { Drawing, Shape } from './shapes.ts'
import { labelledMonths, timeScale } from './time.ts'

const height = 230
const [left, top, bottom] = [30, 34, 20]

/** Counts that change on days: a full line, a dashed one and points are told apart without their colours. */
export function drawSteps(chart: StepChart, room: number): Drawing {
  const points = chart.series.flatMap((series) => series.points)
  const days = [...points.map(({ day }) => day), chart.today.day].sort()
  const [first, last] = [days[0] ?? chart.today.day, days.at(-1) ?? chart.today.day]
  const largest = Math.max(1, ...points.map(({ value }) => value))
  const step = Math.max(1, Math.ceil(largest / 4))
  const at = timeScale(first, last, left, room - left - 8)
  const up = (value: number) => height - bottom - (value / (step * 4)) * (height - top - bottom)
  const grid = [0, 1, 2, 3, 4].flatMap((line): Shape[] => [
    { kind: 'line', from: [left, up(line * step)], to: [room - 8, up(line * step)], stroke: ink.line, width: 0.5 },
    { kind: 'text', x: left - 5, y: up(line * step) + 2.5, text: String(line * step), size: 7, colour: ink.quiet, anchor: 'end' },
  ])
  const months = labelledMonths(first, last, at).map(
    ({ day, label }): Shape => ({ kind: 'text', x: at(day), y: height - 6, text: label, size: 7, colour: ink.quiet }),
  )
  const now = at(chart.today.day)
  const todayPlace = now > room / 2 ? ({ x: now - 3, anchor: 'end' } as const) : ({ x: now + 3 } as const)
  return {
    width: room,
    height,
    shapes: [
      ...grid,
      ...months,
      { kind: 'line', from: [now, top - 6], to: [now, height - bottom], stroke: tones.poor.strong, width: 0.8, dash: [3, 2] },
      { kind: 'text', ...todayPlace, y: top - 1, text: chart.today.label, size: 7, colour: tones.poor.strong },
      ...chart.series.flatMap((series, index) => drawSeries(series, index, at, up)),
    ],
  }
}

function drawSeries(
  { name, style, points }: StepChart['series'][number],
  index: number,
  at: (day: string) => number,
  up: (value: number) => number,
): Shape[] {
  const colour = seriesColours[index] ?? ink.accent
  const dash = style === 'dashed' ? [5, 3] : []
  const line = (from: [number, number], to: [number, number]): Shape => ({ kind: 'line', from, to, stroke: colour, width: 1.8, dash })
  const x = left + index * 150
  const mark: Shape[] = style === 'points' ? [{ kind: 'circle', x: x + 9, y: 8, radius: 3, fill: colour }] : [line([x, 8], [x + 18, 8])]
  const drawn =
    style === 'points'
      ? points.map(({ day, value }): Shape => ({ kind: 'circle', x: at(day), y: up(value), radius: 3.4, fill: colour }))
      : points.slice(1).flatMap(({ day, value }, before) => {
          const from = points[before]
          if (!from) return []
          const level = up(from.value)
          return [line([at(from.day), level], [at(day), level]), line([at(day), level], [at(day), up(value)])]
        })
  return [...mark, { kind: 'text', x: x + 24, y: 11, text: onOneLine(name, 120, { size: 8 }), size: 8, colour: ink.text }, ...drawn]
}
