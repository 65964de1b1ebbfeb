import { v7 as uuid } from 'uuid'
import { loadDutyGuide } from '../../catalog/incident-duties.ts'
import { localDay } from '../../contract/days.ts'
import { FieldbookError } from '../../contract/errors.ts'
import type { IncidentEvent, NotificationFields } from '../../contract/incidents.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { insertEntries } from '../../engagement/registers/entries.ts'
import { linkedWith } from '../../engagement/registers/links.ts'
import { text } from '../../language/text.ts'
import { readIncident } from './incidents.ts'

type EventFields = Partial<Omit<IncidentEvent, 'id'>>

/** Adds a step to the timeline, as one change. */
export function addEvent(file: EngagementFile, incidentId: string, fields: EventFields, now: Date): void {
  const { reference } = readIncident(file, incidentId)
  const createdAt = now.toISOString()
  file.write(text('incidents:history.eventAdded', { reference }), () =>
    file.run(database.insertInto('incidentEvent').values({ at: createdAt, ...fields, id: uuid(), incidentId, createdAt })),
  )
}

const eventById = (id: string) => database.selectFrom('incidentEvent').select('id').where('id', '=', id)

/** Changes a step of the timeline, as one change. */
export function changeEvent(file: EngagementFile, id: string, fields: EventFields): void {
  file.one(eventById(id), id)
  if (Object.keys(fields).length === 0) return
  file.write(text('incidents:history.eventChanged'), () => file.run(database.updateTable('incidentEvent').set(fields).where('id', '=', id)))
}

/** Takes a step out of the timeline, as one change. */
export function removeEvent(file: EngagementFile, id: string): void {
  file.one(eventById(id), id)
  file.write(text('incidents:history.eventRemoved'), () => file.run(database.deleteFrom('incidentEvent').where('id', '=', id)))
}

/** Notes what was decided on a duty and when it was done, as one change. */
export function decideDuty(file: EngagementFile, incidentId: string, dutyId: string, fields: Partial<NotificationFields>): void {
  const { reference } = readIncident(file, incidentId)
  const duty = loadDutyGuide().duties.find(({ id }) => id === dutyId)
  if (!duty) throw new FieldbookError('not-found', { what: dutyId })
  if (Object.keys(fields).length === 0) return
  // Who has sent it has decided that it is needed.
  const given = fields.sentAt && fields.needed === undefined ? { ...fields, needed: 'yes' as const } : fields
  file.write(text('incidents:history.decided', { reference, duty: duty.title }), () =>
    file.run(
      database
        .insertInto('incidentNotification')
        .values({ id: uuid(), incidentId, duty: dutyId, ...given })
        .onConflict((conflict) => conflict.columns(['incidentId', 'duty']).doUpdateSet(given)),
    ),
  )
}

/** Starts a nonconformity or an action from an incident, linked with it and with its systems, as one change. */
export function followUp(file: EngagementFile, incidentId: string, register: 'nonconformities' | 'actions', now: Date) {
  const incident = readIncident(file, incidentId)
  const { reference, title, owner, description, containment, cause } = incident
  const day = localDay(now)
  const fields: Record<string, string> =
    register === 'actions'
      ? { title: text('incidents:follow.action', { reference, title }), owner, description: cause }
      : { title, owner, source: 'incident', raisedOn: day, description, correction: containment, cause }
  const systems = linkedWith(file, { kind: 'incidents', id: incidentId }).filter(({ kind }) => kind === 'system')
  const links = [{ kind: 'incidents' as const, id: incidentId }, ...systems.map(({ kind, id }) => ({ kind, id }))]
  const [made] = file.write(text(`incidents:history.${register}`, { reference }), () =>
    insertEntries(file, register, [{ fields, links }], now),
  )
  if (!made) throw new FieldbookError('not-found', { what: incidentId })
  return { id: made.id, reference: made.reference }
}
