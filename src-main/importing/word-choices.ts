import { foldWords } from '../spreadsheet/fold-text.ts'
import { type ChoiceWords, mapValue } from '../spreadsheet/map-value.ts'
import { markedChoice } from '../spreadsheet/marked-choice.ts'
import { isNegated } from '../spreadsheet/negation.ts'
import { shareOfYesOrNo, yesOrNo } from '../spreadsheet/yes-no.ts'
import { withoutListMarks } from './list-marks.ts'
import { columnsOf, type Mapping } from './mapping.ts'

/** A field of choices, and the words of each of them. */
export interface ChoiceField<Field extends string> {
  id: Field
  choices: ChoiceWords
  /** A cell may name several, and several columns may fill it. */
  isList: boolean
}

/** What a word becomes: a choice of the field, or nothing. */
export interface MappedWord<Field extends string> {
  field: Field
  value: string
  becomes: string | null
}

/** A word of a cell; `value` is what it is known by, `text` what stands in the cell. Where it becomes nothing, it is left to a person. */
export interface Word {
  column: number
  value: string
  text: string
  becomes: string | null
}

interface ListTable {
  header: readonly string[]
  records: readonly (readonly string[])[]
}

/** Of the filled cells of a column, how many are a yes or a no, at least, where the column is one of marks. */
const marks = 0.6
/** Distinct words of a field that are shown for mapping; a column with more of them is no column of choices. */
const mostWords = 300

/** What each word of a list becomes: as a person said, or else as the words of the choices have it. Each word is looked up once. */
export class WordChoices<Field extends string> {
  readonly #fields: readonly ChoiceField<Field>[]
  readonly #mapping: Mapping<Field>
  readonly #header: readonly string[]
  readonly #known: Map<string, string | null>
  /** Columns of yes and no, and the choice that each is called after. */
  readonly #marks = new Map<number, string>()

  constructor(
    fields: readonly ChoiceField<Field>[],
    mapping: Mapping<Field>,
    { header, records }: ListTable,
    said: readonly MappedWord<Field>[],
  ) {
    this.#fields = fields
    this.#mapping = mapping
    this.#header = header
    this.#known = new Map(said.map(({ field, value, becomes }) => [keyOf(field, value), becomes]))
    for (const field of fields)
      for (const column of columnsOf(mapping, field.id)) {
        const choice = isMarks(records, column) ? markedChoice(header[column] ?? '', field.choices) : null
        if (choice !== null) this.#marks.set(column, choice)
      }
  }

  /** The words of a row for a field, each with what it becomes. */
  wordsOf(field: Field, record: readonly string[]): Word[] {
    const description = this.#fields.find(({ id }) => id === field)
    if (!description) return []
    return columnsOf(this.#mapping, field).flatMap((column) =>
      this.#wordsOfCell(description, column, withoutListMarks(record[column] ?? '')),
    )
  }

  /** Where all columns of a field are marks: the choices that they speak of. Of the others the list says nothing. */
  spokenOf(field: Field): string[] | null {
    const choices = columnsOf(this.#mapping, field).map((column) => this.#marks.get(column))
    return choices.every((choice) => choice !== undefined) ? choices : null
  }

  /** What each distinct word becomes, the most frequent first, in the order of the fields. */
  counted(records: readonly (readonly string[])[]): (MappedWord<Field> & { count: number })[] {
    return this.#fields.flatMap(({ id: field }) => {
      const counts = new Map<string, MappedWord<Field> & { count: number }>()
      for (const record of records)
        for (const { value, becomes } of this.wordsOf(field, record)) {
          const counted = counts.get(value)
          if (counted) counted.count += 1
          else counts.set(value, { field, value, becomes, count: 1 })
        }
      return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, mostWords)
    })
  }

  #wordsOfCell(field: ChoiceField<Field>, column: number, cell: string): Word[] {
    if (cell.trim() === '') return []
    const mark = this.#marks.get(column)
    if (mark !== undefined) return this.#wordsOfMark(field, column, cell.trim(), mark)
    if (!field.isList) return [this.#word(field, column, cell)]
    return partsOf(cell).flatMap((part) => {
      const word = this.#word(field, column, part)
      const pieces = word.becomes === null && !isNegated(foldWords(part)) ? part.split(joints) : []
      const words = pieces.map((piece) => this.#word(field, column, piece.trim()))
      return words.length > 1 && words.every(({ becomes }) => becomes !== null) ? words : [word]
    })
  }

  #word({ id, choices }: ChoiceField<Field>, column: number, value: string): Word {
    return { column, value, text: value, becomes: this.#choice(id, value, () => mapValue(value, choices)) }
  }

  /** A mark is known by its column too: "x" means another thing in each. A no says nothing of the other choices. */
  #wordsOfMark({ id, choices }: ChoiceField<Field>, column: number, cell: string, mark: string): Word[] {
    const answer = yesOrNo(cell)
    if (answer === 'no') return []
    const words = foldWords(cell)
    const isYes = answer === 'yes' || (words.length > 1 && yesOrNo(words[0] ?? '') === 'yes' && !isNegated(words))
    const value = `${this.#header[column] ?? ''}: ${cell}`
    return [{ column, value, text: cell, becomes: this.#choice(id, value, () => (isYes ? mark : mapValue(cell, choices))) }]
  }

  #choice(field: Field, value: string, find: () => string | null): string | null {
    const key = keyOf(field, value)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = find()
    this.#known.set(key, found)
    return found
  }
}

/** What may stand between two choices in one cell. */
const joints = /\s+(?:and|und|et|en|y|e|&|\+)\s+|\s*\/\s*/i

const keyOf = (field: string, value: string) => `${field}\u241F${value}`

const isMarks = (records: ListTable['records'], column: number) => shareOfYesOrNo(records.map((record) => record[column] ?? '')) >= marks

/**
 * The parts of a cell that lists several things. What follows a negation up to the next semicolon or line may belong to it:
 * "no names, health data".
 */
function partsOf(cell: string): string[] {
  return cell.split(/[;|\n\r]/).flatMap((group) => {
    const parts = group.split(',')
    const negated = parts.findIndex((part) => isNegated(foldWords(part)))
    const said = negated < 0 ? parts : [...parts.slice(0, negated), parts.slice(negated).join(',')]
    return said.map((part) => part.trim()).filter((part) => part !== '')
  })
}
