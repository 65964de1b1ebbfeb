import { FieldbookError } from '../../contract/errors.ts'
import type { MeasureDetails, MeasureState } from '../../contract/measures.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { isOverdue, readRegister } from '../../engagement/registers/read.ts'
import { type Measure, standingOf } from './assess.ts'
import { allReadings, readingsOf } from './queries.ts'

/** One measure; fails with not-found where there is none of this id. */
export function readMeasure(file: EngagementFile, id: string): Measure {
  const [measure] = readRegister(file, 'measures', [id])
  if (!measure) throw new FieldbookError('not-found', { what: id })
  return measure
}

/** The readings of a measure, newest first, and where it stands. */
export function readDetails(file: EngagementFile, id: string): MeasureDetails {
  const measure = readMeasure(file, id)
  const readings = file.all(readingsOf(id)).map(({ measureId: _, ...reading }) => reading)
  return { id, standing: standingOf(measure, readings), readings: readings.toReversed() }
}

/** Where these measures stand. */
function statesOf(file: EngagementFile, measures: readonly Measure[]): MeasureState[] {
  const readings = Map.groupBy(file.all(allReadings), ({ measureId }) => measureId)
  return measures.map((measure) => {
    const ofMeasure = (readings.get(measure.id) ?? []).map(({ day, value, note }) => ({ day, value, note }))
    const { id, reference, title } = measure
    return { id, reference, title, ...standingOf(measure, ofMeasure) }
  })
}

export const readStates = (file: EngagementFile): MeasureState[] => statesOf(file, readRegister(file, 'measures'))

/** What the dashboard says of measures that are kept up. */
export function summarize(file: EngagementFile, today: string) {
  const active = readRegister(file, 'measures').filter(({ state }) => state === 'active')
  const states = statesOf(file, active)
  return {
    active: active.length,
    alerts: states.filter(({ level }) => level === 'alert'),
    overdue: active.filter((measure) => isOverdue('measures', measure, today)).length,
    withoutReadings: states.filter(({ level }) => level === 'none').length,
  }
}
