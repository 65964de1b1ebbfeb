import readXlsxFile from 'read-excel-file/node'
import { dayOf } from '../../contract/days.ts'
import type { FoundContent } from './content.ts'

const asText = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? dayOf(cell) : String(cell))

/** Opens a workbook with a reading library; the library that wrote it takes no part. */
export async function readXlsx(bytes: Uint8Array): Promise<FoundContent> {
  const sheets = await readXlsxFile(Buffer.from(bytes))
  const rows = sheets.flatMap(({ data }) => data.map((row) => row.map(asText)))
  return { text: rows.flat().join('\n'), rows }
}
