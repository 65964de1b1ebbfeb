import {
  type ChoiceField,
  type ColumnMapping,
  choiceField,
  choicesOf,
  type ImportPreview,
  type ValueMapping,
} from '../contract/inventory.ts'
import { type ChoiceWords, mapValue } from '../spreadsheet/map-value.ts'

/** Distinct words of a field that are shown for mapping; a column with more of them is no column of choices. */
const mostWords = 300

const keyOf = (field: ChoiceField, value: string) => `${field}\u241F${value}`

/** What each word of a list becomes: as a person said, or else as the vocabulary has it. Each word is looked up once. */
export class WordChoices {
  readonly #known: Map<string, string | null>
  readonly #words: Record<ChoiceField, ChoiceWords>

  constructor(words: Record<ChoiceField, ChoiceWords>, said: ValueMapping[]) {
    this.#words = words
    this.#known = new Map(said.map(({ field, value, becomes }) => [keyOf(field, value), becomes]))
  }

  /** The choice, or null where the word names none. */
  choice(field: ChoiceField, value: string): string | null {
    const known = this.#known.get(keyOf(field, value))
    if (known !== undefined) return known
    const found = mapValue(value, this.#words[field])
    const choice = choicesOf[field].find((candidate) => candidate === found) ?? null
    this.#known.set(keyOf(field, value), choice)
    return choice
  }
}

/** The words of one cell: a list field has several. */
export function wordsOf(field: ChoiceField, cell: string): string[] {
  if (field !== 'dataCategories') return cell.trim() === '' ? [] : [cell]
  return cell
    .split(/[;,|\n\r]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** What each distinct word of the choice fields becomes, the most frequent first. */
export function mappedWords(records: string[][], mapping: ColumnMapping, choices: WordChoices): ImportPreview['values'] {
  return choiceField.options.flatMap((field) => {
    const column = mapping[field]
    if (column === null || column === undefined) return []
    const counts = new Map<string, number>()
    for (const record of records) for (const word of wordsOf(field, record[column] ?? '')) counts.set(word, (counts.get(word) ?? 0) + 1)
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostWords)
      .map(([value, count]) => ({ field, value, count, becomes: choices.choice(field, value) }))
  })
}
