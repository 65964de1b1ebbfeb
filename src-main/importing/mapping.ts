/** For each field, the column (0-based) that fills it, or several for a field that takes several; null where none does. */
export type Mapping<Field extends string> = { readonly [F in Field]?: number | readonly number[] | null | undefined }

/** The columns that fill a field. */
export function columnsOf<Field extends string>(mapping: Mapping<Field>, field: Field): readonly number[] {
  const columns = mapping[field] ?? null
  if (columns === null) return []
  return typeof columns === 'number' ? [columns] : columns
}
