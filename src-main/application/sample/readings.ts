import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { notificationFields } from '../../contract/incidents.ts'
import { answerFields } from '../../contract/suppliers.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { resourceFolder } from '../../resources.ts'
import { inDays } from './in-days.ts'
import { itemId } from './registers.ts'

const hours = z.number()
/** By reference: hours from now of occurrence and awareness; steps as hours, what and who; what was done about duties. */
const sampleIncidents = z.record(
  z.string(),
  z.strictObject({
    occurredHours: hours.nullable(),
    awareHours: hours,
    events: z.array(z.tuple([hours, z.string(), z.string()])),
    notifications: z.array(
      notificationFields
        .omit({ sentAt: true })
        .partial()
        .extend({ duty: z.string(), sentHours: hours.nullable().default(null) }),
    ),
  }),
)
/** By reference: days from today, value and note. */
const sampleReadings = z.record(z.string(), z.array(z.tuple([z.number(), z.number(), z.string()])))
/** By reference and question: answer and note. */
const sampleAnswers = z.record(z.string(), z.record(z.string(), z.tuple([answerFields.shape.answer, z.string()])))

const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> =>
  schema.parse(JSON.parse(readFileSync(join(resourceFolder(), 'sample', `${name}.json`), 'utf8')))

const inHours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()

/** What hangs on the sample's incidents, measures and suppliers. Call inside write(), after the registers are filled. */
export function addReadings(file: EngagementFile): void {
  const createdAt = new Date().toISOString()
  addIncidents(file, createdAt)
  file.runEach(
    database.insertInto('measureReading').values({ id: '', measureId: '', day: '', value: 0, note: '', createdAt: '' }),
    Object.entries(read('measures', sampleReadings)).flatMap(([reference, readings]) => {
      const measureId = itemId(file, 'measures', reference)
      return readings.map(([day, value, note]) => [uuid(), measureId, inDays(day), value, note, createdAt])
    }),
  )
  file.runEach(
    database.insertInto('supplierAnswer').values({ id: '', supplierId: '', question: '', answer: 'open', note: '' }),
    Object.entries(read('suppliers', sampleAnswers)).flatMap(([reference, answers]) => {
      const supplierId = itemId(file, 'suppliers', reference)
      return Object.entries(answers).map(([question, [answer, note]]) => [uuid(), supplierId, question, answer, note])
    }),
  )
}

function addIncidents(file: EngagementFile, createdAt: string): void {
  for (const [reference, { occurredHours, awareHours, events, notifications }] of Object.entries(read('incidents', sampleIncidents))) {
    const incidentId = itemId(file, 'incidents', reference)
    const moments = { occurredAt: occurredHours === null ? null : inHours(occurredHours), awareAt: inHours(awareHours) }
    file.run(database.updateTable('incidentsRegister').set(moments).where('id', '=', incidentId))
    file.runEach(
      database.insertInto('incidentEvent').values({ id: '', incidentId: '', at: '', what: '', who: '', createdAt: '' }),
      events.map(([at, what, who]) => [uuid(), incidentId, inHours(at), what, who, createdAt]),
    )
    for (const { sentHours, ...fields } of notifications) {
      const sentAt = sentHours === null ? null : inHours(sentHours)
      file.run(database.insertInto('incidentNotification').values({ id: uuid(), incidentId, ...fields, sentAt }))
    }
  }
}
