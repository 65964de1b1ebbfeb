import type { incidentsContract } from '../../contract/incidents.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'
import { addEvent, changeEvent, decideDuty, followUp, removeEvent } from './changes.ts'
import { readClocks, readDetails, summarize } from './incidents.ts'

export const incidentsRouter: ModuleHandlers<typeof incidentsContract> = {
  get: ({ file, now }, { id }) => readDetails(file, id, now()),
  duties: ({ file, now }, { id }) => readDetails(file, id, now()).duties,
  clocks: ({ file, now }) => readClocks(file, now()),
  summary: ({ file, now }) => summarize(file, now()),
  addEvent({ file, now }, { id, fields }) {
    addEvent(file, id, fields, now())
    return readDetails(file, id, now())
  },
  updateEvent({ file }, { eventId, fields }) {
    changeEvent(file, eventId, fields)
    return {}
  },
  removeEvent({ file }, { eventId }) {
    removeEvent(file, eventId)
    return {}
  },
  decide({ file, now }, { id, duty, fields }) {
    decideDuty(file, id, duty, fields)
    return readDetails(file, id, now())
  },
  follow: ({ file, now }, { id, register }) => followUp(file, id, register, now()),
}
