import {
  type ChoiceField,
  type ColumnMapping,
  choicesOf,
  dataCategories,
  type SystemField,
  type SystemFields,
} from '../contract/inventory.ts'
import { text } from '../language/text.ts'
import { type WordChoices, wordsOf } from './word-choices.ts'

export interface RowReading {
  header: string[]
  mapping: ColumnMapping
  choices: WordChoices
  /** Columns that are kept in the notes though they fill no field. */
  keptColumns: number[]
}

/** A row as a system. What names no choice is kept in the notes, with the name of its column: nothing of the client's list is lost. */
export function toSystem(record: string[], { header, mapping, choices, keptColumns }: RowReading): SystemFields {
  const cell = (field: SystemField) => {
    const column = mapping[field]
    return column === null || column === undefined ? '' : (record[column] ?? '')
  }
  const notes: string[] = cell('notes') === '' ? [] : [cell('notes')]
  const keep = (column: number, value: string) => notes.push(text('import:kept', { column: header[column] ?? '', value }))
  const choose = (field: ChoiceField): string[] => {
    const words = wordsOf(field, cell(field)).map((word) => ({ word, choice: choices.choice(field, word) }))
    const left = words.flatMap(({ word, choice }) => (choice === null ? [word] : []))
    if (left.length > 0) keep(mapping[field] ?? 0, left.join('; '))
    return words.flatMap(({ choice }) => choice ?? [])
  }
  const one = <Choice extends string>(field: ChoiceField, options: readonly Choice[]): Choice | null => {
    const [chosen] = choose(field)
    return options.find((option) => option === chosen) ?? null
  }
  const chosen = {
    role: one('role', choicesOf.role),
    lifeCycleStage: one('lifeCycleStage', choicesOf.lifeCycleStage),
    kind: one('kind', choicesOf.kind),
    autonomy: one('autonomy', choicesOf.autonomy),
    reach: one('reach', choicesOf.reach),
  }
  const categories = new Set(choose('dataCategories'))
  for (const column of keptColumns) if ((record[column] ?? '').trim() !== '') keep(column, record[column] ?? '')
  return {
    name: cell('name'),
    reference: cell('reference'),
    purpose: cell('purpose'),
    intendedUse: cell('intendedUse'),
    owner: cell('owner'),
    department: cell('department'),
    supplier: cell('supplier'),
    ...chosen,
    humanOversight: cell('humanOversight'),
    // In the order of the columns of the file (engagement/lists.ts), so that the same choices are the same list.
    dataCategories: dataCategories.filter((category) => categories.has(category)).sort(),
    affectedPeople: cell('affectedPeople'),
    models: cell('models'),
    links: cell('links'),
    notes: notes.join('\n'),
  }
}
