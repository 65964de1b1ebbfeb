import { tidyLine } from '../spreadsheet/fold-text.ts'
import { withoutListMarks } from './list-marks.ts'
import { columnsOf, type Mapping } from './mapping.ts'
import type { WordChoices } from './word-choices.ts'

/** How the rows of a list are read. */
export interface RecordReading<Field extends string, Choice extends Field> {
  header: readonly string[]
  mapping: Mapping<Field>
  choices: WordChoices<Choice>
  /** Columns that are kept in words though they fill no field. */
  keptColumns: readonly number[]
  /** Cells are taken as they are: the row is one that we wrote ourselves. */
  isExact: boolean
  /** One line for what is kept, with the name of its column. */
  kept: (column: string, value: string) => string
}

/** One row of a list. What names no choice, and what fills no field, is kept in words: nothing of the client's list is lost. */
export class RecordReader<Field extends string, Choice extends Field> {
  readonly #record: readonly string[]
  readonly #reading: RecordReading<Field, Choice>
  readonly #kept: string[] = []

  constructor(record: readonly string[], reading: RecordReading<Field, Choice>) {
    this.#record = record
    this.#reading = reading
  }

  /** A text as it is in the list. */
  text(field: Field): string {
    const cells = columnsOf(this.#reading.mapping, field).map((column) => this.#cell(column))
    return cells.length > 1 ? cells.filter((cell) => cell.trim() !== '').join('\n') : (cells[0] ?? '')
  }

  /** A name, without what nobody meant to be in it. */
  name(field: Field): string {
    return this.#reading.isExact ? this.text(field) : tidyLine(this.text(field))
  }

  /** The choices that the row names; a word that names none is kept. */
  choicesOf(field: Choice): string[] {
    const words = this.#reading.choices.wordsOf(field, this.#record)
    const open = Map.groupBy(
      words.filter(({ becomes }) => becomes === null),
      ({ column }) => column,
    )
    for (const [column, left] of open) this.#keep(column, left.map(({ text }) => text).join('; '))
    return words.flatMap(({ becomes }) => becomes ?? [])
  }

  /** The choice of a field that has one: null, and kept in words, where the row names several. */
  choiceOf<Option extends string>(field: Choice, options: readonly Option[]): Option | null {
    const [chosen, ...others] = new Set(this.choicesOf(field))
    if (others.length === 0) return options.find((option) => option === chosen) ?? null
    for (const column of columnsOf(this.#reading.mapping, field)) this.#keep(column, this.#record[column] ?? '')
    return null
  }

  /** What was kept of the row: words that name no choice, and the columns that fill no field. Ask when all choices were read. */
  kept(): string[] {
    for (const column of this.#reading.keptColumns) {
      const cell = this.#record[column] ?? ''
      if (cell.trim() !== '') this.#keep(column, cell)
    }
    return this.#kept
  }

  #cell(column: number): string {
    const cell = this.#record[column] ?? ''
    return this.#reading.isExact ? cell : withoutListMarks(cell)
  }

  #keep(column: number, value: string): void {
    this.#kept.push(this.#reading.kept(this.#reading.header[column] ?? '', value))
  }
}
