/** A field that columns can fill, and what such a column is called in clients' lists. */
export interface FieldDescription {
  id: string
  synonyms: string[]
}

const words = (value: string) =>
  value
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** One word says little in a long question, and "no" or "id" in any sentence; several in a row say more. */
const longestHeader = { shortWord: 2, oneWord: 5, severalWords: 16 }

function longestHeaderFor([first = '', ...more]: string[]): number {
  if (more.length > 0) return longestHeader.severalWords
  return first.length <= 2 ? longestHeader.shortWord : longestHeader.oneWord
}

/** 0 (nothing in common) to 100 (the same). */
function likeness(header: string[], synonym: string[]): number {
  const joined = ` ${header.join(' ')} `
  const phrase = synonym.join(' ')
  if (joined.trim() === phrase) return 100
  if (header.length > longestHeaderFor(synonym)) return 0
  return joined.includes(` ${phrase} `) ? 20 + (60 * synonym.length) / header.length : 0
}

/**
 * Proposes for each field the column that fills it, or null: by the names of the columns, each column once, and of two equally good ones
 * the one with more cells filled.
 */
export function proposeMapping<Id extends string>(
  header: string[],
  records: string[][],
  fields: (FieldDescription & { id: Id })[],
): Map<Id, number | null> {
  const filled = header.map((_, column) => records.filter((record) => record[column]?.trim()).length / Math.max(1, records.length))
  const candidates = fields
    .flatMap(({ id, synonyms }) =>
      header.map((name, column) => {
        const best = Math.max(0, ...synonyms.map((synonym) => likeness(words(name), words(synonym))))
        return { id, column, score: best === 0 ? 0 : best + (filled[column] ?? 0) }
      }),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const mapping = new Map<Id, number | null>(fields.map(({ id }) => [id, null]))
  const taken = new Set<number>()
  for (const { id, column } of candidates) {
    if (mapping.get(id) !== null || taken.has(column)) continue
    mapping.set(id, column)
    taken.add(column)
  }
  return mapping
}
