import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../../contract/errors.ts'
import type { ReadingFields } from '../../contract/measures.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { listed } from '../../engagement/lists.ts'
import { text } from '../../language/text.ts'
import { nextAfter } from './assess.ts'
import { readMeasure } from './measures.ts'
import { readingsById, readingsOf } from './queries.ts'

/** Sets when the next reading is due, counted from the newest one; a measure without a frequency keeps its day. Call inside write(). */
function renewNext(file: EngagementFile, measureId: string): void {
  const { frequency } = readMeasure(file, measureId)
  const newest = file.all(readingsOf(measureId)).at(-1)
  if (frequency === null || !newest) return
  file.run(
    database
      .updateTable('measuresRegister')
      .set({ nextOn: nextAfter(newest.day, frequency) })
      .where('id', '=', measureId),
  )
}

/** Adds readings as one change. A reading of a day that has one takes its place. */
export function addReadings(file: EngagementFile, measureId: string, readings: readonly ReadingFields[], now: Date): void {
  const { reference } = readMeasure(file, measureId)
  const byDay = new Map(readings.map((reading) => [reading.day, reading]))
  const createdAt = now.toISOString()
  file.write(text('measures:history.added', { count: byDay.size, reference }), () => {
    file.run(
      database
        .deleteFrom('measureReading')
        .where('measureId', '=', measureId)
        .where('day', 'in', listed([...byDay.keys()])),
    )
    file.runEach(
      database.insertInto('measureReading').values({ id: '', measureId: '', day: '', value: 0, note: '', createdAt: '' }),
      [...byDay.values()].map(({ day, value, note }) => [uuid(), measureId, day, value, note, createdAt]),
    )
    renewNext(file, measureId)
  })
}

/** Changes a reading, as one change. @throws FieldbookError conflict where another reading has that day. */
export function changeReading(file: EngagementFile, id: string, fields: Partial<ReadingFields>): void {
  const { measureId } = file.one(readingsById([id]), id)
  if (Object.keys(fields).length === 0) return
  const other = file.all(readingsOf(measureId)).find((reading) => reading.day === fields.day && reading.id !== id)
  if (other) throw new FieldbookError('conflict', { reason: text('measures:dayTaken', { day: other.day }) })
  const { reference } = readMeasure(file, measureId)
  file.write(text('measures:history.changed', { reference }), () => {
    file.run(database.updateTable('measureReading').set(fields).where('id', '=', id))
    renewNext(file, measureId)
  })
}

/** Takes readings away, as one change. */
export function removeReadings(file: EngagementFile, ids: readonly string[]): void {
  const found = file.all(readingsById(ids))
  if (found.length !== new Set(ids).size) throw new FieldbookError('not-found', { what: ids.join(', ') })
  file.write(text('measures:history.removed', { count: found.length }), () => {
    file.run(database.deleteFrom('measureReading').where('id', 'in', listed(ids)))
    for (const measureId of new Set(found.map((reading) => reading.measureId))) renewNext(file, measureId)
  })
}
