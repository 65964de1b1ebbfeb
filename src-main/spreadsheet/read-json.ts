import { z } from 'zod'
import { type Book, plainSheet } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'

const record = z.record(z.string(), z.unknown())
const records = z.array(record).min(1)
const rows = z.array(z.array(z.unknown())).min(1)

/** A value as a cell: a list of plain values by semicolons, what has parts of its own as it is written. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return value.map(cellOf).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** One record a line. */
function parsedLines(json: string): unknown {
  const lines = json.split(/\r?\n/).filter((line) => line.trim() !== '')
  const values = lines.map(parsed)
  return values.includes(undefined) ? undefined : values
}

/** The list itself, or the first list of records inside of an answer that a program has given. */
function listIn(value: unknown): string[][] | null {
  const found = records.safeParse(value).data
  if (found) {
    const names = [...new Set(found.flatMap((one) => Object.keys(one)))]
    return [names, ...found.map((one) => names.map((name) => cellOf(one[name])))]
  }
  const table = rows.safeParse(value).data
  if (table) return table.map((row) => row.map(cellOf))
  for (const inner of Object.values(record.safeParse(value).data ?? {})) {
    const list = listIn(inner)
    if (list) return list
  }
  return null
}

/** Reads records that a program has written as JSON, as one list or as one a line. @throws UnreadableList */
export function readJson(json: string, encoding: string): Book {
  const lines = parsedLines(json)
  const value = Array.isArray(lines) && lines.length > 1 ? lines : parsed(json)
  if (value === undefined) throw new UnreadableList('damagedJson')
  const list = listIn(value) ?? (record.safeParse(value).success ? listIn([value]) : null)
  if (!list) throw new UnreadableList('emptyJson')
  return { encoding: `JSON, ${encoding}`, isText: false, delimiter: '', sheets: [plainSheet('', list)], warnings: [] }
}
