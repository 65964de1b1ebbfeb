/** How many letters have to be added, taken away, changed or swapped with their neighbour to make one word of another. */
function distance(from: string, to: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swap = row > 1 && column > 1 && swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      now.push(Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1), swap))
    }
    ;[before, last] = [last, now]
  }
  return last[to.length] ?? 0
}

/** Longer words are no slip of the finger, and comparing them would take long. */
const longest = 60

/** The word of a list that was probably meant, whatever its capitals and hyphens; null where none is near. */
export function nearest(word: string, words: readonly string[]): string | null {
  if (word.length > longest) return null
  const plain = (each: string) => each.toLowerCase().replace(/[-_\s]/g, '')
  const [found] = words
    .map((each) => ({ each, far: distance(plain(word), plain(each)) }))
    .filter(({ each, far }) => far <= Math.max(1, Math.floor(Math.min(word.length, each.length) / 3)))
    .sort((a, b) => a.far - b.far)
  return found?.each ?? null
}
