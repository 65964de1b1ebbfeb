import { database } from '../../engagement/database.ts'
import { listed } from '../../engagement/lists.ts'

const readings = database
  .selectFrom('measureReading')
  .select(['id', 'measureId', 'day', 'value', 'note'])
  .orderBy('day')
  .orderBy('createdAt')
  .orderBy('id')

/** Every reading, oldest first. */
export const allReadings = readings

export const readingsOf = (measureId: string) => readings.where('measureId', '=', measureId)

export const readingsById = (ids: readonly string[]) => readings.where('id', 'in', listed(ids))
