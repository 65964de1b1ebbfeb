/** Words of clients' lists for each choice of a field. */
export type ChoiceWords = Record<string, string[]>

const plain = (value: string) =>
  value
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')

/** The choice that a free text names, or null where it names none, or more than one equally well. */
export function mapValue(value: string, choices: ChoiceWords): string | null {
  const wanted = plain(value)
  if (wanted === '') return null
  const hits = Object.entries(choices).map(([choice, names]) => ({
    choice,
    length: Math.max(
      0,
      ...[choice, ...names].map(plain).map((name) => (name === wanted ? 1000 : ` ${wanted} `.includes(` ${name} `) ? name.length : 0)),
    ),
  }))
  const longest = Math.max(...hits.map(({ length }) => length))
  const best = hits.filter(({ length }) => length === longest && length > 0)
  return best.length === 1 ? (best[0]?.choice ?? null) : null
}
