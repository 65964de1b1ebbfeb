const numbers = new Intl.NumberFormat('en')

export const count = (value: number) => numbers.format(value)

/** Bytes in the unit that a person thinks in. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${count(Math.round(bytes / 1000))} KB` : `${numbers.format(Math.round(bytes / 100_000) / 10)} MB`
}

/** Rows of cells as lines, each column as wide as its widest cell; the last one runs on. */
export function alignedColumns(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
