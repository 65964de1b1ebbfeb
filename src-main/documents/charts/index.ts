import type { BarChart, RadarChart } from '../model.ts'
import { drawBars } from './bars.ts'
import { drawRadar } from './radar.ts'
import type { Drawing } from './shapes.ts'

export const drawChart = (chart: RadarChart | BarChart): Drawing => (chart.kind === 'radar' ? drawRadar(chart) : drawBars(chart))
