import type { RadarChart } from '../../report/model.ts'
import { onOneLine } from '../font-widths.ts'
import { ink, seriesColours } from '../style.ts'
import { type Drawing, type Shape, wrapLabel } from './shapes.ts'

const width = 500
const height = 400
const centre: [number, number] = [width / 2, 190]
const radius = 128
const labelSize = 8
const dashes: number[][] = [[], [5, 3], [2, 2], [8, 3, 2, 3]]

/** A radar chart; each series has a dash of its own as well as a colour, and the legend under it names both. */
export function drawRadar(chart: RadarChart): Drawing {
  const angleOf = (axis: number) => (axis / chart.axes.length) * 2 * Math.PI - Math.PI / 2
  const at = (axis: number, share: number): [number, number] => [
    centre[0] + Math.cos(angleOf(axis)) * radius * share,
    centre[1] + Math.sin(angleOf(axis)) * radius * share,
  ]
  const rings = Array.from({ length: chart.maximum }, (_, ring) => (ring + 1) / chart.maximum)
  return {
    width,
    height,
    shapes: [
      ...rings.map(
        (share): Shape => ({ kind: 'polygon', points: chart.axes.map((_, axis) => at(axis, share)), stroke: ink.line, width: 0.7 }),
      ),
      ...chart.axes.map((_, axis): Shape => ({ kind: 'line', from: centre, to: at(axis, 1), stroke: ink.line, width: 0.7 })),
      ...rings.map(
        (share, ring): Shape => ({
          kind: 'text',
          x: centre[0] + 3,
          y: centre[1] - radius * share + 8,
          text: String(ring + 1),
          size: 7,
          colour: ink.quiet,
        }),
      ),
      ...chart.series.flatMap((series, index) => drawSeries(series.values, index, chart.maximum, at)),
      ...chart.axes.flatMap((label, axis) => drawLabel(label, angleOf(axis), at(axis, 1.09))),
      ...chart.series.flatMap(({ name }, index) => drawLegend(name, index, chart.series.length)),
    ],
  }
}

function drawSeries(
  values: (number | null)[],
  index: number,
  maximum: number,
  at: (axis: number, share: number) => [number, number],
): Shape[] {
  const colour = seriesColours[index % seriesColours.length] ?? ink.accent
  const points = values.flatMap((value, axis) => (value === null ? [] : [at(axis, value / maximum)]))
  if (points.length === 0) return []
  const outline: Shape = { kind: 'polygon', points, stroke: colour, width: 1.8, dash: dashes[index % dashes.length] ?? [] }
  const area: Shape[] = index === 0 ? [{ kind: 'polygon', points, fill: colour, opacity: 0.1 }] : []
  return [...area, outline, ...points.map(([x, y]): Shape => ({ kind: 'circle', x, y, radius: 2.2, fill: colour }))]
}

function drawLabel(label: string, angle: number, [x, y]: [number, number]): Shape[] {
  const lines = wrapLabel(label, 20)
  const side = Math.cos(angle)
  const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end'
  const top = y - (Math.sin(angle) < -0.5 ? (lines.length - 1) * (labelSize + 2) : 0) + labelSize / 3
  const room = anchor === 'start' ? width - x : anchor === 'end' ? x : 2 * Math.min(x, width - x)
  return lines.map((text, line) => ({
    kind: 'text',
    x,
    y: top + line * (labelSize + 2),
    text: onOneLine(text, room, { size: labelSize }),
    size: labelSize,
    colour: ink.text,
    anchor,
  }))
}

function drawLegend(name: string, index: number, count: number): Shape[] {
  const slot = width / count
  const x = slot * index + slot / 2 - 70
  const y = height - 12
  return [
    {
      kind: 'line',
      from: [x, y - 3],
      to: [x + 24, y - 3],
      stroke: seriesColours[index % seriesColours.length] ?? ink.accent,
      width: 2,
      dash: dashes[index % dashes.length] ?? [],
    },
    { kind: 'text', x: x + 30, y, text: onOneLine(name, slot / 2 + 36, { size: 8.5 }), size: 8.5, colour: ink.text },
  ]
}
