import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../../contract/errors.ts'
import type { RaciActivity, RaciIssue, RaciLetter, RaciMatrix } from '../../contract/raci.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { text } from '../../language/text.ts'

const roleRows = database
  .selectFrom('rolesRegister')
  .select(['id', 'reference', 'title', 'holder'])
  .where('state', '<>', 'ended')
  .orderBy('reference')
const activityRows = database.selectFrom('raciActivity').select(['id', 'title', 'requirement', 'place']).orderBy('place').orderBy('id')
/** Letters of roles that have ended say nothing any more. */
const letterRows = database
  .selectFrom('raciAssignment')
  .innerJoin('rolesRegister', 'rolesRegister.id', 'raciAssignment.roleId')
  .select(['activityId', 'roleId', 'letter'])
  .where('state', '<>', 'ended')

const isAccountable = (letter: RaciLetter) => letter === 'A' || letter === 'AR'
const isResponsible = (letter: RaciLetter) => letter === 'R' || letter === 'AR'

/** Exactly one role is accountable for an activity, and at least one does it (clause 5.3, control A.3.2). */
export function issuesOf(letters: readonly RaciLetter[]): RaciIssue[] {
  const accountable = letters.filter(isAccountable).length
  return [
    ...(accountable === 0 ? ['no-accountable' as const] : []),
    ...(accountable > 1 ? ['several-accountable' as const] : []),
    ...(letters.some(isResponsible) ? [] : ['no-responsible' as const]),
  ]
}

/** Activities in their order, with the letter of each role. */
export function readMatrix(file: EngagementFile): RaciMatrix {
  const byActivity = Map.groupBy(file.all(letterRows), ({ activityId }) => activityId)
  const activities = file.all(activityRows).map(({ id, title, requirement }): RaciActivity => {
    const letters = byActivity.get(id) ?? []
    return {
      id,
      title,
      requirement,
      letters: Object.fromEntries(letters.map(({ roleId, letter }) => [roleId, letter])),
      issues: issuesOf(letters.map(({ letter }) => letter)),
    }
  })
  return { roles: file.all(roleRows), activities }
}

interface NewActivity {
  title: string
  requirement: string | null
}

/** Writes activities at the end. Call inside write(). */
export function insertActivities(file: EngagementFile, activities: readonly NewActivity[], now: Date): string[] {
  const last = file.first(database.selectFrom('raciActivity').select(({ fn }) => fn.max('place').as('place')))?.place ?? 0
  const rows = activities.map((activity, index) => ({ ...activity, id: uuid(), place: last + index + 1, createdAt: now.toISOString() }))
  file.run(database.insertInto('raciActivity').values(rows))
  return rows.map(({ id }) => id)
}

/** Adds activities at the end, in one change. */
export function addActivities(file: EngagementFile, activities: readonly NewActivity[], now: Date): string[] {
  const label = text('raci:history.added', { count: activities.length, title: activities[0]?.title ?? '' })
  return file.write(label, () => insertActivities(file, activities, now))
}

const activityById = (id: string) => database.selectFrom('raciActivity').selectAll().where('id', '=', id)

export function renameActivity(file: EngagementFile, id: string, title: string): void {
  file.one(activityById(id), id)
  file.write(text('raci:history.renamed', { title }), () =>
    file.run(database.updateTable('raciActivity').set({ title }).where('id', '=', id)),
  )
}

/** Moves an activity one place; the first stays first and the last stays last. */
export function moveActivity(file: EngagementFile, id: string, by: -1 | 1): void {
  const rows = file.all(activityRows)
  const at = rows.findIndex((row) => row.id === id)
  const [moved, neighbour] = [rows[at], rows[at + by]]
  if (!moved) throw new FieldbookError('not-found', { what: id })
  if (!neighbour) return
  const order = rows.map((row) => (row === moved ? neighbour : row === neighbour ? moved : row))
  file.write(text('raci:history.moved', { title: moved.title }), () =>
    // Places are made anew, so that two copies that added at the same end still have an order.
    file.runEach(
      database.updateTable('raciActivity').set({ place: 0 }).where('id', '=', ''),
      order.map((row, index) => [index + 1, row.id]),
    ),
  )
}

export function removeActivity(file: EngagementFile, id: string): void {
  const { title } = file.one(activityById(id), id)
  file.write(text('raci:history.removed', { title }), () => {
    file.run(database.deleteFrom('raciAssignment').where('activityId', '=', id))
    file.run(database.deleteFrom('raciActivity').where('id', '=', id))
  })
}

/** Gives a role its letter for an activity. Call inside write(). */
export function setLetter(file: EngagementFile, activityId: string, roleId: string, letter: RaciLetter): void {
  file.run(
    database
      .insertInto('raciAssignment')
      .values({ id: uuid(), activityId, roleId, letter })
      .onConflict((conflict) => conflict.columns(['activityId', 'roleId']).doUpdateSet({ letter })),
  )
}

/** Gives a role its letter for an activity, or takes it away. */
export function assign(file: EngagementFile, activityId: string, roleId: string, letter: RaciLetter | null): void {
  const { title } = file.one(activityById(activityId), activityId)
  const role = file.one(database.selectFrom('rolesRegister').select('title').where('id', '=', roleId), roleId)
  file.write(text('raci:history.assigned', { role: role.title, letter: letter ?? '–', title }), () => {
    if (letter !== null) setLetter(file, activityId, roleId, letter)
    else file.run(database.deleteFrom('raciAssignment').where('activityId', '=', activityId).where('roleId', '=', roleId))
  })
}
