import { foldName, foldSpelling } from '../spreadsheet/fold-text.ts'

/** What a field holds. */
export type FieldValue = string | string[] | null

/** A field that the list has otherwise than the record. */
export interface Difference<Field extends string> {
  field: Field
  from: FieldValue
  to: FieldValue
}

type Values<Field extends string> = Readonly<Record<Field, FieldValue>>

export const isEmptyValue = (value: FieldValue): boolean =>
  value === null || (typeof value === 'string' ? value.trim() === '' : value.length === 0)

const inOrder = (value: FieldValue) => (Array.isArray(value) ? value.toSorted().join('\u241F') : (value ?? ''))

/** Two texts that read the same are the same, and names also in another case; several choices are the same in any order. */
function isSameValue(from: FieldValue, to: FieldValue, isName: boolean): boolean {
  const fold = isName ? foldName : foldSpelling
  return fold(inOrder(from)) === fold(inOrder(to))
}

/** Fields that the list has otherwise; what is empty in the list says nothing. `names` are compared as a person compares names. */
export function differencesOf<Field extends string>(
  there: Values<Field>,
  row: Values<Field>,
  fields: readonly Field[],
  names: ReadonlySet<Field>,
): Difference<Field>[] {
  return fields.flatMap((field) => {
    const [from, to] = [there[field], row[field]]
    return isEmptyValue(to) || isSameValue(from, to, names.has(field)) ? [] : [{ field, from, to }]
  })
}
