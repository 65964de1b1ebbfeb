import { type ChoiceField, choicesOf, dataCategories, type SystemField, type SystemFields } from '../contract/inventory.ts'
import { RecordReader, type RecordReading } from '../importing/read-record.ts'
import { isPlaceholder } from '../spreadsheet/fold-text.ts'

/** A row as a system. What names no choice is kept in the notes, with the name of its column: nothing of the client's list is lost. */
export function toSystem(record: string[], reading: RecordReading<SystemField, ChoiceField>): SystemFields {
  const row = new RecordReader(record, reading)
  const name = row.name('name')
  const chosen = {
    role: row.choiceOf('role', choicesOf.role),
    lifeCycleStage: row.choiceOf('lifeCycleStage', choicesOf.lifeCycleStage),
    kind: row.choiceOf('kind', choicesOf.kind),
    autonomy: row.choiceOf('autonomy', choicesOf.autonomy),
    reach: row.choiceOf('reach', choicesOf.reach),
  }
  const categories = new Set(row.choicesOf('dataCategories'))
  const notes = row.text('notes')
  return {
    name: isPlaceholder(name) ? '' : name,
    reference: row.text('reference'),
    purpose: row.text('purpose'),
    intendedUse: row.text('intendedUse'),
    owner: row.text('owner'),
    department: row.text('department'),
    supplier: row.text('supplier'),
    ...chosen,
    humanOversight: row.text('humanOversight'),
    // In the order of the columns of the file (engagement/lists.ts), so that the same choices are the same list.
    dataCategories: dataCategories.filter((category) => categories.has(category)).sort(),
    affectedPeople: row.text('affectedPeople'),
    models: row.text('models'),
    links: row.text('links'),
    notes: [...(notes === '' ? [] : [notes]), ...row.kept()].join('\n'),
  }
}
