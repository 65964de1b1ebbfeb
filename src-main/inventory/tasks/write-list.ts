import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { FieldbookError } from '../../contract/errors.ts'
import { type AiSystem, type ExportedList, systemField } from '../../contract/inventory.ts'
import { pathError } from '../../engagement/inspect.ts'
import { writeWhole } from '../../engagement/persistence.ts'
import { text } from '../../language/text.ts'
import { withoutGuard } from '../../spreadsheet/formula-guard.ts'
import { readList } from '../../spreadsheet/read-list.ts'
import { longestCell } from '../../spreadsheet/workbook-text.ts'
import { writeCsv } from '../../spreadsheet/write-csv.ts'
import { writeSheet } from '../../spreadsheet/write-sheet.ts'
import type { Progress } from '../../task/task.ts'
import { ownHeader, ownRow } from '../own-list.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'inventory.writeList': typeof writeList
  }
}

export interface WriteList {
  systems: AiSystem[]
  to: string
  format: ExportedList['format']
  overwrite: boolean
}

/** Writes systems as a list that an import brings back unchanged, reads it again, and only then gives it its name. */
export async function writeList({ systems, to, format, overwrite }: WriteList, progress: Progress): Promise<ExportedList> {
  if (!overwrite && existsSync(to)) throw new FieldbookError('file-exists', { path: to })
  progress.report(0.1, text('import:exporting'))
  if (format === 'xlsx') refuseTooLong(systems)
  const header = ownHeader()
  const records = systems.map(ownRow)
  const bytes = format === 'csv' ? writeCsv(header, records) : await writeSheet(text('inventory:title'), header, records)
  if (records.length > 0) await verify(bytes, to, format, records)
  if (progress.signal.aborted) throw new FieldbookError('cancelled')
  try {
    await writeWhole(bytes, to, overwrite)
  } catch (error) {
    throw pathError(to, error)
  }
  return { path: to, format, size: bytes.byteLength, rows: records.length }
}

/** A workbook cannot hold what is longer; half of it would come back. */
function refuseTooLong(systems: AiSystem[]): void {
  for (const system of systems) {
    const field = systemField.options.find((candidate) => (system[candidate]?.length ?? 0) > longestCell)
    if (field)
      throw new FieldbookError('conflict', {
        reason: text('import:cellTooLong', {
          field: text(`inventory:fields.${field}`),
          name: system.name.slice(0, 100),
          limit: longestCell,
        }),
      })
  }
}

async function verify(bytes: Uint8Array, path: string, format: WriteList['format'], records: string[][]): Promise<void> {
  const found = (await readList(bytes, path, { headerRow: 1 })).body
  const lost = records.findIndex((record, index) => {
    const back = found[index]?.cells ?? []
    return !isDeepStrictEqual(format === 'csv' ? back.map(withoutGuard) : back, record)
  })
  if (lost >= 0) throw new FieldbookError('export-incomplete', { missing: records[lost]?.[1] ?? '', count: records.length })
}
