import type { EngagementFile } from '../../engagement/file.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { text } from '../../language/text.ts'
import type { Block, LineChart, Section, Table, Tone } from '../../report/model.ts'
import { registerReport } from '../report.ts'
import { type Measure, standingOf } from './assess.ts'
import { allReadings } from './queries.ts'

const base = registerReport('measures')

const tones: Record<string, Tone> = { none: 'neutral', 'on-target': 'good', 'off-target': 'fair', alert: 'poor' }

interface Read {
  measure: Measure
  readings: { day: string; value: number; note: string }[]
}

/** The register of measures with a chart for each and all readings (clause 9.1). */
export const measuresReport: ReportMaker = {
  head: base.head,
  sections(file, options, today) {
    const read = readAll(file)
    const [summary, ...others] = base.sections(file, options, today)
    return [...(summary ? [summary] : []), ...charts(read), ...others, readingsTable(read)]
  },
}

function readAll(file: EngagementFile): Read[] {
  const readings = Map.groupBy(file.all(allReadings), ({ measureId }) => measureId)
  return readRegister(file, 'measures').map((measure) => ({ measure, readings: readings.get(measure.id) ?? [] }))
}

function charts(read: readonly Read[]): Section[] {
  const sections = read.filter(({ readings }) => readings.length > 0).map(chartOf)
  return sections.length === 0 ? [] : [{ id: 'charts', title: text('measures:report.charts'), blocks: [], sections }]
}

function chartOf({ measure, readings }: Read): Section {
  const { level, sentence, trend } = standingOf(measure, readings)
  const { reference, title, unit } = measure
  const name = `${reference} ${title}${unit === '' ? '' : ` (${unit})`}`
  const standing: Block = {
    kind: 'callout',
    tone: tones[level] ?? 'neutral',
    title: text(`measures:level.${level}`),
    runs: [{ text: sentence }],
  }
  const line: LineChart = {
    kind: 'line',
    id: reference,
    title: text('measures:chart.title'),
    description: text('measures:report.description', { sentence, trend: text(`measures:trend.${trend}`) }),
    name: text('measures:chart.value'),
    points: readings.map(({ day, value }) => ({ label: day, value })),
    levels: levelsOf(measure),
  }
  return { id: reference, title: name, blocks: [line, standing] }
}

function levelsOf({ target, alertBelow, alertAbove }: Measure): LineChart['levels'] {
  const levels = { target, alertBelow, alertAbove }
  return Object.entries(levels).flatMap(([name, value]) =>
    value === null
      ? []
      : [{ name: text(`measures:chart.${name}`), value, tone: name === 'target' ? ('good' as const) : ('poor' as const) }],
  )
}

function readingsTable(read: readonly Read[]): Section {
  const title = text('measures:report.readings')
  const column = (id: string, width: number) => ({ id, title: text(`measures:report.columns.${id}`), width })
  const table: Table = {
    kind: 'table',
    id: 'readings',
    title,
    columns: [column('measure', 34), column('day', 14), { ...column('value', 12), align: 'right' }, column('note', 40)],
    rows: read.flatMap(({ measure, readings }) =>
      readings.map(({ day, value, note }) => ({
        id: `${measure.reference} ${day}`,
        cells: [
          { text: `${measure.reference} ${measure.title}` },
          { text: day, date: day },
          { text: String(value), number: value },
          { text: note },
        ],
      })),
    ),
    empty: text('measures:report.readingsEmpty'),
  }
  return { id: 'readings', title, blocks: [table] }
}
