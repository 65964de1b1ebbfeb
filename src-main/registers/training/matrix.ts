import { v7 as uuid } from 'uuid'
import { addDays, dayOf } from '../../contract/days.ts'
import { FieldbookError } from '../../contract/errors.ts'
import type { Attendance, AttendanceFields, AttendanceState, TrainingMatrix, TrainingSummary } from '../../contract/training.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { listed } from '../../engagement/lists.ts'
import { text } from '../../language/text.ts'

const peopleRows = database
  .selectFrom('peopleRegister')
  .select(['id', 'reference', 'title', 'role', 'department'])
  .where('state', '<>', 'left')
  .orderBy('reference')
const courseRows = database
  .selectFrom('coursesRegister')
  .select(['id', 'reference', 'title', 'kind', 'repeatMonths'])
  .where('state', '<>', 'ended')
  .orderBy('reference')
const attendanceRows = database
  .selectFrom('attendance')
  .innerJoin('peopleRegister', 'peopleRegister.id', 'personId')
  .innerJoin('coursesRegister', 'coursesRegister.id', 'courseId')
  .select(['attendance.id', 'personId', 'courseId', 'dueOn', 'attendedOn', 'result', 'repeatMonths'])
  .where('peopleRegister.state', '<>', 'left')
  .where('coursesRegister.state', '<>', 'ended')

/** Days before a repetition from which on it is shown as coming. */
const noticeDays = 30

/** The same day so many months later, or the last of that month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const date = new Date(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return dayOf(date)
}

interface Facts {
  dueOn: string | null
  attendedOn: string | null
  repeatMonths: number | null
}

/** Where a person is with a course, and the day by which to attend next. A day that was set after the last attendance goes before the repetition. */
export function stateOf({ dueOn, attendedOn, repeatMonths }: Facts, today: string): { state: AttendanceState; nextOn: string | null } {
  if (attendedOn === null) {
    const state = dueOn === null ? 'needed' : dueOn < today ? 'overdue' : 'due'
    return { state, nextOn: dueOn }
  }
  const repetition = repeatMonths !== null && repeatMonths > 0 ? monthsLater(attendedOn, repeatMonths) : null
  const nextOn = dueOn !== null && dueOn > attendedOn ? dueOn : repetition
  if (nextOn === null) return { state: 'attended', nextOn }
  const state = nextOn < today ? 'overdue' : nextOn <= addDays(today, noticeDays) ? 'repeat' : 'attended'
  return { state, nextOn }
}

/** Who needs and has attended what, among those who have not left. `today` is a calendar day, ISO 8601. */
export function readMatrix(file: EngagementFile, today: string): TrainingMatrix {
  return {
    people: file.all(peopleRows),
    courses: file.all(courseRows),
    attendances: file
      .all(attendanceRows)
      .map(({ repeatMonths, ...row }): Attendance => ({ ...row, ...stateOf({ ...row, repeatMonths }, today) })),
  }
}

/** Attended, and not due again before today. */
export const isCurrent = ({ state }: Pick<Attendance, 'state'>) => state === 'attended' || state === 'repeat'

/** People whom a course about AI literacy has reached and is not due again (AI Act Art. 4). */
export function literatePeople({ courses, attendances }: TrainingMatrix): Set<string> {
  const literacy = new Set(courses.filter(({ kind }) => kind === 'literacy').map(({ id }) => id))
  return new Set(attendances.filter((each) => literacy.has(each.courseId) && isCurrent(each)).map(({ personId }) => personId))
}

export function summaryOf(matrix: TrainingMatrix): TrainingSummary {
  const { people, courses, attendances } = matrix
  return {
    people: people.length,
    courses: courses.length,
    needed: attendances.length,
    attended: attendances.filter(isCurrent).length,
    overdue: attendances.filter(({ state }) => state === 'overdue').length,
    literate: literatePeople(matrix).size,
  }
}

function checkKnown(file: EngagementFile, personIds: readonly string[], courseIds: readonly string[]): void {
  const people = new Set(
    file.all(database.selectFrom('peopleRegister').select('id').where('id', 'in', listed(personIds))).map(({ id }) => id),
  )
  const courses = new Set(
    file.all(database.selectFrom('coursesRegister').select('id').where('id', 'in', listed(courseIds))).map(({ id }) => id),
  )
  const lost = [...personIds.filter((id) => !people.has(id)), ...courseIds.filter((id) => !courses.has(id))][0]
  if (lost !== undefined) throw new FieldbookError('not-found', { what: lost })
}

/** Writes for each person and course that it is needed, with these fields; those that are left out stay. Call inside write(). */
export function insertAttendances(
  file: EngagementFile,
  personIds: readonly string[],
  courseIds: readonly string[],
  fields: Partial<AttendanceFields>,
): void {
  const pairs = personIds.flatMap((personId) => courseIds.map((courseId) => [uuid(), personId, courseId]))
  file.runEach(
    database
      .insertInto('attendance')
      .values({ id: '', personId: '', courseId: '' })
      .onConflict((conflict) => conflict.doNothing()),
    pairs,
  )
  if (Object.keys(fields).length === 0) return
  file.run(
    database.updateTable('attendance').set(fields).where('personId', 'in', listed(personIds)).where('courseId', 'in', listed(courseIds)),
  )
}

/** Records for many people and courses, as one change. */
export function record(
  file: EngagementFile,
  personIds: readonly string[],
  courseIds: readonly string[],
  fields: Partial<AttendanceFields>,
): void {
  checkKnown(file, personIds, courseIds)
  const key = fields.attendedOn ? 'attended' : 'needed'
  file.write(text(`training:history.${key}`, { count: personIds.length * courseIds.length }), () =>
    insertAttendances(file, personIds, courseIds, fields),
  )
}

/** These people do not need these courses; what was recorded goes, and stays in the history. */
export function release(file: EngagementFile, personIds: readonly string[], courseIds: readonly string[]): void {
  checkKnown(file, personIds, courseIds)
  file.write(text('training:history.released', { count: personIds.length * courseIds.length }), () =>
    file.run(database.deleteFrom('attendance').where('personId', 'in', listed(personIds)).where('courseId', 'in', listed(courseIds))),
  )
}
