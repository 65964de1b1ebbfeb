import { type ColumnProfile, profileColumn } from './column-profile.ts'
import { type HeaderWords, readHeader } from './header-words.ts'
import { isSomeName, likeness } from './likeness.ts'
import { type ChoiceWords, mapValue } from './map-value.ts'
import { markedChoice } from './marked-choice.ts'

/** A field that columns can fill, and what such a column is called in clients' lists. */
export interface FieldDescription {
  id: string
  synonyms: string[]
  /** Those in the program's language: of two twins in two languages, a list's column in this one is taken. */
  preferred?: string[]
  /** What its cells are; a text where nothing is said. */
  holds?: 'name' | 'reference' | 'person' | 'organization' | 'line' | 'text' | 'address'
  /** The words of each of its choices, where it has choices. */
  choices?: ChoiceWords
  /** Takes several choices, and so several columns. */
  isList?: boolean
}

/** The column that fills a field, or those that do; null where none does. */
export type ProposedColumns = number | number[] | null

interface Column {
  index: number
  header: string
  words: HeaderWords
  profile: ColumnProfile
}

/** Shares of a column's cells from which on the column is of a kind. */
const most = 0.8
const mostOrigins = 0.7
const understood = 0.3
const marks = 0.6
/** A question of a long form that nearly half of the rows leave unanswered says nothing of them. */
const longQuestion = { words: 8, filled: 0.55 }
const longestMark = 4
/** Points of a name that says by itself, without a cell, that the column holds choices. */
const sureWithoutCells = 75

/**
 * Proposes for each field the column that fills it, or null: by what the columns are called and by what their cells hold. Each column fills
 * one field; columns of yes and no that are called after a choice fill the field of that choice together.
 */
export function proposeMapping<Id extends string>(
  header: string[],
  records: string[][],
  fields: (FieldDescription & { id: Id })[],
): Map<Id, ProposedColumns> {
  const columns = header.map((name, index) => ({ index, header: name, words: readHeader(name), profile: profileColumn(records, index) }))
  const candidates = fields
    .flatMap((field) => columns.map((column) => ({ field, column, score: score(column, field) })))
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score)
  const mapping = new Map<Id, ProposedColumns>(fields.map(({ id }) => [id, null]))
  const taken = new Set<number>()
  for (const { field, column } of candidates) {
    if (mapping.get(field.id) !== null || taken.has(column.index)) continue
    mapping.set(field.id, column.index)
    taken.add(column.index)
  }
  const free = columns.filter(({ index }) => !taken.has(index))
  const name = fields.find(({ holds }) => holds === 'name')
  const likely = name && mapping.get(name.id) === null ? likelyName(free, taken.size) : null
  if (name && likely !== null) mapping.set(name.id, likely)
  const others = free.filter(({ index }) => index !== likely)
  addMarks(mapping, others, fields)
  return mapping
}

/** Fields that have a column in a list whose names may be in a column that is called otherwise. */
const enoughFields = 2

/**
 * Where no column is called so: the first that is called a name of some kind; else, in a list that has other columns of ours, the first
 * whose cells can be names.
 */
function likelyName(columns: readonly Column[], mapped: number): number | null {
  const fitting = columns.filter(
    ({ profile: { filled, distinct, number, yesOrNo, address, prose, isRunning } }) =>
      filled > 0.8 && distinct > 0.8 && number < 0.5 && yesOrNo < 0.5 && address < 0.5 && prose < 0.3 && !isRunning,
  )
  const called = fitting.find(({ words }) => isSomeName(words))
  return (called ?? (mapped >= enoughFields ? fitting[0] : undefined))?.index ?? null
}

/** Columns of yes and no that are called after a choice. */
function addMarks<Id extends string>(
  mapping: Map<Id, ProposedColumns>,
  columns: readonly Column[],
  fields: readonly (FieldDescription & { id: Id })[],
): void {
  for (const { index, header, words, profile } of columns) {
    const isLong = words.words.length > longQuestion.words
    if (profile.yesOrNo < marks || (isLong && profile.filled < longQuestion.filled)) continue
    const field = fields.find(
      ({ id, choices, isList }) =>
        choices && (isList || (mapping.get(id) === null && words.words.length <= longestMark)) && markedChoice(header, choices) !== null,
    )
    if (!field) continue
    const others = mapping.get(field.id) ?? null
    mapping.set(field.id, others === null ? index : [others, index].flat())
  }
}

function score(column: Column, field: FieldDescription): number {
  const { words, profile } = column
  const isName = field.holds === 'name'
  const alike = likeness(words, { ...field, isExact: isName || field.holds === 'reference', isName })
  if (alike === 0 || !canHold(column, field, alike)) return 0
  const isConstant = profile.cells > 3 && profile.samples.length === 1 && !field.choices
  const ofLanguage = words.isEnglish === null ? 0 : words.isEnglish ? 1 : -6
  const evidence =
    profile.filled +
    (isName ? 2 * profile.distinct : 0) +
    (field.choices ? 10 * shareUnderstood(profile, field.choices) : 0) -
    (isConstant ? 8 : 0) -
    (isName && profile.prose > 0.5 ? 30 : 0)
  return Math.max(0, alike + ofLanguage + evidence)
}

/** Whether the cells can be what the field holds. Where no cell is filled, nothing speaks against it. */
function canHold({ words, profile }: Column, field: FieldDescription, alike: number): boolean {
  if (profile.samples.length === 0) return !field.choices || alike >= sureWithoutCells
  if (field.choices) {
    if (profile.yesOrNo >= most) return false
    return alike >= 97 || shareUnderstood(profile, field.choices) >= understood
  }
  const isLinks = field.holds === 'address'
  if (isLinks && alike < 90 && profile.address < 0.5) return false
  if (field.holds === 'name') return profile.cells < 3 || !(profile.yesOrNo >= most || profile.address >= most || profile.isRunning)
  if (profile.yesOrNo >= most || (profile.address >= most && !isLinks && alike < 97)) return false
  if (field.holds === 'reference') return profile.prose < 0.5 && !(profile.isRunning && !isIdentifier(words))
  if (field.holds === 'organization') return profile.address < most && profile.origin < mostOrigins && !asksForOrigin(words)
  return true
}

const shareUnderstood = ({ samples }: ColumnProfile, choices: ChoiceWords): number =>
  samples.length === 0 ? 0 : samples.filter((sample) => mapValue(sample, choices) !== null).length / samples.length

const identifiers =
  /^(id|ids|identifier|identifiers|uid|uuid|guid|key|code|ref|reference|referenz|kennung|identifiant|identifi\w+|inventarnummer|kenmerk|sys)$/

/** Names what it numbers, unlike "No." before the rows of any table. */
const isIdentifier = ({ words }: HeaderWords) => words.some((word) => identifiers.test(word))

/** "Vendor or internal" asks whether there is a vendor, not which one. */
const asksForOrigin = ({ words }: HeaderWords) =>
  words.some((word) => /^(internal|inhouse|house|intern|interne|interno|make|buy|built)$/.test(word))
