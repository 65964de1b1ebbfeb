import { localDay } from '../../contract/days.ts'
import type { measuresContract } from '../../contract/measures.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'
import { addReadings, changeReading, removeReadings } from './changes.ts'
import { readDetails, readStates, summarize } from './measures.ts'
import { readPasted } from './pasted.ts'

export const measuresRouter: ModuleHandlers<typeof measuresContract> = {
  states: ({ file }) => readStates(file),
  get: ({ file }, { id }) => readDetails(file, id),
  summary: ({ file, now }) => summarize(file, localDay(now())),
  readPasted: ({ file, now }, { id, text }) =>
    readPasted(text, new Map(readDetails(file, id).readings.map(({ day, value }) => [day, value])), localDay(now())),
  addReadings({ file, now }, { id, readings }) {
    addReadings(file, id, readings, now())
    return readDetails(file, id)
  },
  updateReading({ file }, { readingId, fields }) {
    changeReading(file, readingId, fields)
    return {}
  },
  removeReadings({ file }, { readingIds }) {
    removeReadings(file, readingIds)
    return {}
  },
}
