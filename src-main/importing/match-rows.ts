import { foldName, foldWords, isPlaceholder } from '../spreadsheet/fold-text.ts'

/** What a record of a list is known by. */
export interface Identity {
  /** The id of our own export. */
  ownId: string | null
  reference: string
  name: string
  /** What tells records of the same name apart; null where the list does not say. */
  place: readonly (string | null)[]
}

export type KnownBy = 'id' | 'reference' | 'name'

/** How rows and records are compared. */
export interface MatchRules<Row, There> {
  identityOfRow: (row: Row) => Identity
  identityOf: (there: There) => Identity
  /** How much a row and a record have in common, where several fit. */
  likeness: (row: Row, there: There) => number
  /** A person says that a row with the reference of a record of another name is that record. */
  isSame: (row: Row) => boolean
}

export interface Matched<Row, There> {
  /** Rows that are new. */
  added: Row[]
  matches: { row: Row; there: There; by: KnownBy }[]
  /** Rows with the reference of a record of another name: a person says whether it is the same. Those that are not are among the added. */
  questions: { row: Row; there: There; isSame: boolean }[]
}

const referenceKey = (reference: string) => (isPlaceholder(reference) ? '' : foldName(reference))

/** Two names of which one holds all words of the other, such as "Chat" and "Chat assistant". */
function namesAgree(one: string, other: string): boolean {
  const [few = [], many = []] = [foldWords(one), foldWords(other)].sort((a, b) => a.length - b.length)
  if (few.length === 0) return foldName(one) === foldName(other)
  return few.every((word) => many.includes(word))
}

/**
 * Parts the rows of a list in those that are new and those whose record is there: by the id of our own export; else by the reference, where
 * the names agree; else by the name and what tells records of one name apart, where no reference differs. A record is met by one row only,
 * so that a list that names it twice brings it twice, once.
 */
export function matchRows<Row, There>(rows: readonly Row[], there: readonly There[], rules: MatchRules<Row, There>): Matched<Row, There> {
  const records = new Records(there, rules)
  const found = new Map<Row, Matched<Row, There>['matches'][number]>()
  const steps: [KnownBy, (row: Row) => There | null][] = [
    ['id', (row) => records.byId(row)],
    ['reference', (row) => records.byReference(row)],
    ['name', (row) => records.byName(row)],
  ]
  // What is sure comes first: an uncertain row may not take the record of a certain one.
  for (const [by, find] of steps)
    for (const row of rows) {
      const record = found.has(row) ? null : find(row)
      if (record !== null) found.set(row, { row, there: record, by })
    }
  const questions: Matched<Row, There>['questions'] = []
  for (const row of rows) {
    const isSame = rules.isSame(row)
    const record = found.has(row) ? null : records.ofReference(row, isSame)
    if (record === null) continue
    questions.push({ row, there: record, isSame })
    if (isSame) found.set(row, { row, there: record, by: 'reference' })
  }
  return { added: rows.filter((row) => !found.has(row)), matches: rows.flatMap((row) => found.get(row) ?? []), questions }
}

/** The records that are there, by what a row may know them by. */
class Records<Row, There> {
  readonly #rules: MatchRules<Row, There>
  readonly #byId = new Map<string, There>()
  readonly #byReference: Map<string, There[]>
  readonly #byName: Map<string, There[]>
  readonly #met = new Set<There>()

  constructor(there: readonly There[], rules: MatchRules<Row, There>) {
    this.#rules = rules
    for (const record of there) {
      const { ownId } = rules.identityOf(record)
      if (ownId !== null) this.#byId.set(ownId, record)
    }
    this.#byReference = Map.groupBy(there, (record) => referenceKey(rules.identityOf(record).reference))
    this.#byName = Map.groupBy(there, (record) => foldName(rules.identityOf(record).name))
  }

  byId(row: Row): There | null {
    const { ownId } = this.#rules.identityOfRow(row)
    const record = ownId === null ? undefined : this.#byId.get(ownId)
    return this.#meet(this.#best(row, record === undefined ? [] : [record]))
  }

  byReference(row: Row): There | null {
    const { name } = this.#rules.identityOfRow(row)
    const agreeing = this.#withReferenceOf(row).filter((record) => namesAgree(name, this.#rules.identityOf(record).name))
    return this.#meet(this.#best(row, agreeing))
  }

  byName(row: Row): There | null {
    const { reference, name, place } = this.#rules.identityOfRow(row)
    const key = referenceKey(reference)
    const fitting = (this.#byName.get(foldName(name)) ?? []).filter((record) => {
      const there = this.#rules.identityOf(record)
      const itsKey = referenceKey(there.reference)
      return (key === '' || itsKey === '' || itsKey === key) && isSamePlace(place, there.place)
    })
    // Where the list does not say where a record belongs, its name alone tells it if no other has that name.
    const isTold = !place.includes(null) || fitting.length === 1
    return this.#meet(
      this.#best(row, isTold ? fitting : fitting.filter((record) => isNowhere(place, this.#rules.identityOf(record).place))),
    )
  }

  /** The record that has the row's reference, and another name. */
  ofReference(row: Row, isSame: boolean): There | null {
    const record = this.#best(row, this.#withReferenceOf(row))
    return isSame ? this.#meet(record) : record
  }

  #withReferenceOf(row: Row): There[] {
    const key = referenceKey(this.#rules.identityOfRow(row).reference)
    return key === '' ? [] : (this.#byReference.get(key) ?? [])
  }

  #best(row: Row, records: readonly There[]): There | null {
    const free = records.filter((record) => !this.#met.has(record))
    const { likeness } = this.#rules
    return (free.length > 1 ? free.toSorted((a, b) => likeness(row, b) - likeness(row, a)) : free)[0] ?? null
  }

  #meet(record: There | null): There | null {
    if (record !== null) this.#met.add(record)
    return record
  }
}

/** The record does not say either what the list does not say. */
const isNowhere = (place: Identity['place'], there: Identity['place']) =>
  place.every((part, index) => part !== null || (there[index] ?? '').trim() === '')

const isSamePlace = (place: Identity['place'], there: Identity['place']) =>
  place.every((part, index) => part === null || foldName(part) === foldName(there[index] ?? ''))
