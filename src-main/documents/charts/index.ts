import type { Block, Chart } from '../../report/model.ts'
import { drawBars, mostBars } from './bars.ts'
import { drawGantt } from './gantt.ts'
import { drawLine } from './line.ts'
import { drawRadar } from './radar.ts'
import type { Drawing } from './shapes.ts'
import { drawSteps } from './steps.ts'

/** Whether a block is drawn as a picture. */
export const isChart = (block: Block | undefined): block is Chart =>
  block !== undefined && ['radar', 'bars', 'line', 'gantt', 'steps'].includes(block.kind)

/** A chart as pictures that each stand on a page: one with many bars becomes several. */
export function chartParts(chart: Chart): Chart[] {
  if (chart.kind !== 'bars' || chart.bars.length <= mostBars) return [chart]
  return Array.from({ length: Math.ceil(chart.bars.length / mostBars) }, (_, part) => ({
    ...chart,
    id: `${chart.id}-${part + 1}`,
    bars: chart.bars.slice(part * mostBars, (part + 1) * mostBars),
  }))
}

/** Draws a chart; one over time takes the room that there is, in points. */
export function drawChart(chart: Chart, room: number): Drawing {
  switch (chart.kind) {
    case 'radar':
      return drawRadar(chart)
    case 'bars':
      return drawBars(chart)
    case 'line':
      return drawLine(chart)
    case 'gantt':
      return drawGantt(chart, room)
    case 'steps':
      return drawSteps(chart, room)
  }
}
