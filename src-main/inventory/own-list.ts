import { type AiSystem, type ColumnMapping, choiceField, choicesOf, type SystemField, systemField } from '../contract/inventory.ts'
import { text } from '../language/text.ts'

/** Stands between several choices in one cell; no choice has it in its name. */
const separator = '; '

/** Name of the first column of our own lists, which holds the record's id: by it an exported list is known again. */
const idColumn = () => text('inventory:export.id')

const fieldTitle = (field: SystemField) => text(`inventory:fields.${field}`)

/** The words of a choice, as screens show them and exported lists hold them. */
export const choiceWord = (field: string, choice: string) => text(`inventory:${field}.${choice}`)

/** Header of an exported list. */
export const ownHeader = (): string[] => [idColumn(), ...systemField.options.map(fieldTitle)]

/** One system as a row of an exported list. */
export const ownRow = (system: AiSystem): string[] => [
  system.id,
  ...systemField.options.map((field) => {
    const value = system[field]
    if (Array.isArray(value)) return value.map((choice) => choiceWord(field, choice)).join(separator)
    if (value === null) return ''
    return isChoice(field) ? choiceWord(field, value) : value
  }),
]

const isChoice = (field: SystemField) => choiceField.safeParse(field).success

/** A list that was exported from here; a person may have added, moved or taken away its other columns. */
export const isOwnList = ([first]: string[]): boolean => first === idColumn()

/** The columns of an exported list: they are called as the fields are. */
export function ownMapping(header: string[]): ColumnMapping {
  return Object.fromEntries(
    systemField.options.map((field) => {
      const column = header.indexOf(fieldTitle(field))
      return [field, column < 0 ? null : column]
    }),
  )
}

/** Words of this language for every choice, which any list may use. */
export const ownWords = (): Record<string, Record<string, string[]>> =>
  Object.fromEntries(
    choiceField.options.map((field) => [
      field,
      Object.fromEntries(choicesOf[field].map((choice): [string, string[]] => [choice, [choiceWord(field, choice)]])),
    ]),
  )
