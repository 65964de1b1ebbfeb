import type { BarChart, LineChart, RadarChart } from '../model.ts'
import { drawBars } from './bars.ts'
import { drawLine } from './line.ts'
import { drawRadar } from './radar.ts'
import type { Drawing } from './shapes.ts'

export type Chart = RadarChart | BarChart | LineChart

/** Kinds of blocks that are drawn as a picture. */
export const isChart = (block: { kind: string } | undefined): boolean =>
  block !== undefined && ['radar', 'bars', 'line'].includes(block.kind)

export function drawChart(chart: Chart): Drawing {
  if (chart.kind === 'radar') return drawRadar(chart)
  return chart.kind === 'bars' ? drawBars(chart) : drawLine(chart)
}
