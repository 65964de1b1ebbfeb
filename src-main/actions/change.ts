import { sql } from 'kysely'
import {
  type ActionField,
  type ActionFields,
  type ActionName,
  type ActionRow,
  type ActionSource,
  actionField,
} from '../contract/actions.ts'
import { FieldbookError } from '../contract/errors.ts'
import { database, type Query } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { readAction, readActions } from './actions.ts'

type Changes = Partial<ActionFields>
type Write = (ids: ReturnType<typeof listed>, fields: Changes, today: string) => Query<unknown>

/** Only what was given is written. */
const given = <Column extends object>(value: unknown, column: Column): Partial<Column> => (value === undefined ? {} : column)

const treatmentStatus = { open: 'not-started', 'under-way': 'under-way', done: 'done' } as const
const measureStatus = { open: 'planned', 'under-way': 'under-way', done: 'done' } as const

/** Of the states of an action, those that every source but the register knows. */
const plainState = (state: ActionFields['state']) => (state === 'dropped' ? 'open' : state)

const taskDays = (state: ActionFields['state'], today: string) => ({
  actualStartOn: plainState(state) === 'open' ? null : sql<string>`coalesce(actualStartOn, ${today})`,
  actualEndOn: state === 'done' ? sql<string>`coalesce(actualEndOn, ${today})` : null,
  ...(state === 'done' ? { progress: 100 } : {}),
})

/** The one mapping from an action's fields to the columns of its source. */
const writes: Record<ActionSource, Write> = {
  actions: (ids, { owner, dueDate, state, priority }, today) =>
    database
      .updateTable('actionsRegister')
      .set({
        ...given(owner, { owner }),
        ...given(dueDate, { dueDate }),
        ...given(priority, { priority }),
        ...given(state, { state, doneOn: state === 'done' ? sql<string>`coalesce(doneOn, ${today})` : null }),
      })
      .where('id', 'in', ids),
  nonconformity: (ids, { owner, dueDate }) =>
    database
      .updateTable('nonconformitiesRegister')
      .set({ ...given(owner, { owner }), ...given(dueDate, { dueDate }) })
      .where('id', 'in', ids),
  finding: (ids, { owner, dueDate, priority }) =>
    database
      .updateTable('judgement')
      .set({ ...given(owner, { owner }), ...given(dueDate, { dueDate }), ...given(priority, { priority }) })
      .where('id', 'in', ids),
  risk: (ids, { owner, dueDate, state }) =>
    database
      .updateTable('risk')
      .set({
        ...given(owner, { treatmentOwner: owner }),
        ...given(dueDate, { treatmentDue: dueDate }),
        ...(state === undefined ? {} : { treatmentStatus: treatmentStatus[plainState(state)] }),
      })
      .where('id', 'in', ids),
  impact: (ids, { owner, dueDate, state }) =>
    database
      .updateTable('impactMeasure')
      .set({
        ...given(owner, { owner }),
        ...given(dueDate, { dueDate }),
        ...(state === undefined ? {} : { status: measureStatus[plainState(state)] }),
      })
      .where('id', 'in', ids),
  objective: (ids, { owner, dueDate }) =>
    database
      .updateTable('objectivesRegister')
      .set({ ...given(owner, { owner }), ...given(dueDate, { dueDate }) })
      .where('id', 'in', ids),
  roadmap: (ids, { owner, dueDate, state }, today) =>
    database
      .updateTable('roadmapTask')
      .set({
        ...given(owner, { owner }),
        // A task ends when it begins at the earliest; the roadmap moves both.
        ...(dueDate ? { endOn: sql<string>`max(startOn, ${dueDate})` } : {}),
        ...(state === undefined ? {} : taskDays(state, today)),
      })
      .where('id', 'in', ids),
}

const fieldsOf = (fields: Changes): ActionField[] => actionField.options.filter((field) => fields[field] !== undefined)

/** Why an action's source does not take a change; null where it does. */
function refusal({ source, editable }: ActionRow, fields: Changes): string | null {
  const [refused] = fieldsOf(fields).filter((field) => !editable.includes(field))
  if (refused !== undefined)
    return text(`actions:refused.${editable.length === 0 ? 'closed' : 'field'}`, {
      field: text(`actions:fields.${refused}`),
      source: text(`actions:source.${source}`),
    })
  if (fields.state === 'dropped' && source !== 'actions')
    return text('actions:refused.dropped', { source: text(`actions:source.${source}`) })
  if (fields.dueDate === null && source === 'roadmap') return text('actions:refused.endless')
  return null
}

/** Changes one action where it comes from. @throws FieldbookError conflict that says why its source does not allow it. */
export function changeAction(file: EngagementFile, { source, id }: ActionName, fields: Changes, today: string): ActionRow {
  const row = findAction(file, { source, id }, today)
  if (fieldsOf(fields).length === 0) return row
  const reason = refusal(row, fields)
  if (reason !== null) throw new FieldbookError('conflict', { reason })
  file.write(text('actions:history.changed', { title: `${row.reference} ${row.title}`.trim().slice(0, 80) }), () =>
    file.run(writes[source](listed([id]), fields, today)),
  )
  return findAction(file, { source, id }, today)
}

function findAction(file: EngagementFile, name: ActionName, today: string): ActionRow {
  const row = readAction(file, name, today)
  if (!row) throw new FieldbookError('not-found', { what: name.id })
  return row
}

/** Gives these actions the same values, as one change; says how many took them, and how many could not. */
export function changeActions(
  file: EngagementFile,
  names: readonly ActionName[],
  fields: Changes,
  today: string,
): { changed: number; left: number } {
  if (fieldsOf(fields).length === 0) return { changed: 0, left: 0 }
  const wanted = new Set(names.map(({ source, id }) => `${source} ${id}`))
  const rows = readActions(file, today).filter(({ source, id }) => wanted.has(`${source} ${id}`))
  if (rows.length !== wanted.size) throw new FieldbookError('not-found', { what: text('actions:oneOfThese') })
  const taken = rows.filter((row) => refusal(row, fields) === null)
  if (taken.length > 0)
    file.write(text('actions:history.changedMany', { count: taken.length }), () => {
      for (const [source, ofSource] of Map.groupBy(taken, (row) => row.source))
        file.run(writes[source](listed(ofSource.map(({ id }) => id)), fields, today))
    })
  return { changed: taken.length, left: rows.length - taken.length }
}
