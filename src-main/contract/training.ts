import { z } from 'zod'
import { day, done, nothing, ofEngagement, pastDay, recordId, shortText } from './procedure.ts'
import { affectedByRegisters } from './registers/index.ts'

/**
 * needed: without a date; due: by a day to come; attended, and good until the repetition; repeat: attended, to be repeated soon; overdue: the
 * day has passed.
 */
export const attendanceStates = ['needed', 'due', 'attended', 'repeat', 'overdue'] as const
export const attendanceState = z.enum(attendanceStates)
export type AttendanceState = z.infer<typeof attendanceState>

/** That a person needs a course, by when, and when they attended it. */
export const attendance = z.object({
  id: recordId,
  personId: recordId,
  courseId: recordId,
  dueOn: day.nullable(),
  attendedOn: pastDay.nullable(),
  /** How it went, or what shows it. */
  result: z.string(),
  state: attendanceState,
  /** The day by which to attend next; null where there is none. */
  nextOn: day.nullable(),
})
export type Attendance = z.infer<typeof attendance>

export const trainee = z.object({
  id: recordId,
  reference: z.string(),
  title: z.string(),
  role: z.string(),
  department: z.string(),
})
export type Trainee = z.infer<typeof trainee>

export const trainingCourse = z.object({
  id: recordId,
  reference: z.string(),
  title: z.string(),
  kind: z.enum(['competence', 'awareness', 'literacy']),
  repeatMonths: z.number().nullable(),
})
export type TrainingCourse = z.infer<typeof trainingCourse>

/** People who have not left, courses that have not ended, and who needs and attended what. */
export const trainingMatrix = z.object({
  people: z.array(trainee),
  courses: z.array(trainingCourse),
  attendances: z.array(attendance),
})
export type TrainingMatrix = z.infer<typeof trainingMatrix>

/** How far training is, for lists and readiness. */
export const trainingSummary = z.object({
  people: z.number(),
  courses: z.number(),
  needed: z.number(),
  attended: z.number(),
  overdue: z.number(),
  /** People whom a measure of AI literacy has reached and is not due again (AI Act Art. 4). */
  literate: z.number(),
})
export type TrainingSummary = z.infer<typeof trainingSummary>

export const attendanceFields = z.object({ dueOn: day.nullable(), attendedOn: pastDay.nullable(), result: shortText })
export type AttendanceFields = z.infer<typeof attendanceFields>

const ofMany = z.object({ personIds: z.array(recordId).min(1), courseIds: z.array(recordId).min(1) })
const affected = ['training', ...affectedByRegisters] as const

export const trainingContract = {
  matrix: ofEngagement.query('Who needs which training, and who has attended it', nothing, trainingMatrix),
  summary: ofEngagement.query('How far training is, in numbers', nothing, trainingSummary),
  record: ofEngagement.mutation(
    'Record for many people and courses in one change what is needed by when, or that they attended; fields that are left out stay',
    ofMany.extend({ fields: attendanceFields.partial().default({}) }),
    done,
    affected,
  ),
  release: ofEngagement.mutation('These people do not need these courses', ofMany, done, affected, { offersUndo: true }),
}
