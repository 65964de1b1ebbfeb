import type { Measure } from './measure.ts'

const header = ['what', 'median', 'bare', 'ratio', 'memory', 'bare is']

/** The measures as lines of an aligned table; numbers stand at the right of their column. */
export function tableLines(measured: readonly Measure[]): string[] {
  const rows = measured.map(({ what, median, bare, ratio, memory, against }) => [
    what,
    duration(median),
    duration(bare),
    `${ratio.toFixed(ratio < 10 ? 2 : 1)} x`,
    `${memory.toFixed(memory < 10 ? 1 : 0)} MB`,
    against,
  ])
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const isNumber = (column: number) => column > 0 && column < header.length - 1
  return [header, ...rows].map((row) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const duration = (milliseconds: number) =>
  milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
