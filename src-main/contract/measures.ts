import { z } from 'zod'
import { done, nothing, ofEngagement, pastDay, recordId, shortText } from './procedure.ts'
import { affectedByRegisters } from './registers/index.ts'

/** One value of a measure on one day. */
export const readingFields = z.object({ day: pastDay, value: z.number(), note: shortText })
export type ReadingFields = z.infer<typeof readingFields>
export const reading = readingFields.extend({ id: recordId })
export type Reading = z.infer<typeof reading>

/** none: nothing was read yet. on-target: nothing to do. off-target: the last reading misses the target. alert: readings beyond an alert line. */
export const measureLevels = ['none', 'on-target', 'off-target', 'alert'] as const
export const measureLevel = z.enum(measureLevels)
export type MeasureLevel = z.infer<typeof measureLevel>
export const trend = z.enum(['improving', 'steady', 'worsening', 'unknown'])
export type Trend = z.infer<typeof trend>

/** Where a measure stands, in words and in numbers. */
export const measureStanding = z.object({
  level: measureLevel,
  /** Such as "2 of the last 3 readings below 0.80". */
  sentence: z.string(),
  trend,
  last: readingFields.nullable(),
  /** The newest values, oldest first, for a small line. */
  values: z.array(z.number()),
})
export type MeasureStanding = z.infer<typeof measureStanding>
export const measureState = measureStanding.extend({ id: recordId, reference: z.string(), title: z.string() })
export type MeasureState = z.infer<typeof measureState>

export const measureDetails = z.object({ id: recordId, standing: measureStanding, readings: z.array(reading) })
export type MeasureDetails = z.infer<typeof measureDetails>

/** A pasted list as it was understood. */
export const pastedReadings = z.object({
  readings: z.array(readingFields),
  /** Readings of days that have one already, which they replace. */
  replaces: z.number(),
  /** Lines that are no reading, as they were pasted, and why. */
  notUnderstood: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  /** Dates such as 03/04/2026 could be read either way, and day first was taken. */
  isAmbiguous: z.boolean(),
})
export type PastedReadings = z.infer<typeof pastedReadings>

const ofMeasure = z.object({ id: recordId })

export const measuresContract = {
  states: ofEngagement.query('Where every measure stands: last value, alert, trend', nothing, z.array(measureState)),
  get: ofEngagement.query('Readings of a measure, newest first, and where it stands', ofMeasure, measureDetails),
  summary: ofEngagement.query(
    'Active measures: how many, which are in alert, how many have a reading overdue or none at all',
    nothing,
    z.object({ active: z.number(), alerts: z.array(measureState), overdue: z.number(), withoutReadings: z.number() }),
  ),
  readPasted: ofEngagement.query(
    'What a list from a spreadsheet (date, value, note) says, and which lines are not understood',
    ofMeasure.extend({ text: z.string().max(1_000_000) }),
    pastedReadings,
  ),
  addReadings: ofEngagement.mutation(
    'Add readings as one change; a reading of a day that has one takes its place. Sets when the next is due',
    ofMeasure.extend({ readings: z.array(readingFields).min(1).max(20_000) }),
    measureDetails,
    affectedByRegisters,
  ),
  updateReading: ofEngagement.mutation(
    'Change a reading',
    z.object({ readingId: recordId, fields: readingFields.partial() }),
    done,
    affectedByRegisters,
  ),
  removeReadings: ofEngagement.mutation(
    'Take readings away',
    z.object({ readingIds: z.array(recordId).min(1) }),
    done,
    affectedByRegisters,
    { offersUndo: true },
  ),
}
