import type { FieldDifference, VersionDifference } from '../contract/versions.ts'

/** How a record of a version is named in a difference: what tells it apart, and what a person reads. */
export interface RecordName {
  /** The same in both versions, however the record was changed. */
  key: string
  code: string
  title: string
}

/** What changed from one version's records to another's, record by record and field by field; fields in `identity` do not count. */
export function recordsDifference<Row extends object>(
  from: readonly Row[],
  to: readonly Row[],
  nameOf: (row: Row) => RecordName,
  identity: ReadonlySet<string>,
): Omit<VersionDifference, 'from' | 'to'> {
  const before = new Map(from.map((row) => [nameOf(row).key, row]))
  const after = new Set(to.map((row) => nameOf(row).key))
  return {
    added: to.map(nameOf).flatMap(({ key, code }) => (before.has(key) ? [] : [code])),
    removed: from.map(nameOf).flatMap(({ key, code }) => (after.has(key) ? [] : [code])),
    changed: to.flatMap((row) => {
      const { key, code, title } = nameOf(row)
      const old = before.get(key)
      const fields = old ? changedFields(old, row, identity) : []
      return fields.length === 0 ? [] : [{ code, title, fields }]
    }),
  }
}

function changedFields(old: object, row: object, identity: ReadonlySet<string>): FieldDifference[] {
  const before = new Map<string, unknown>(Object.entries(old))
  const after = new Map<string, unknown>(Object.entries(row))
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((field) => !identity.has(field))
    .map((field) => ({ field, old: asText(before.get(field)), new: asText(after.get(field)) }))
    .filter((change) => change.old !== change.new)
}

function asText(value: unknown): string {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : String(item))).join(', ')
  return value === null || value === undefined ? '' : String(value)
}
