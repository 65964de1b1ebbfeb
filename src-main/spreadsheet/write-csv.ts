import Papa from 'papaparse'
import { withGuard } from './formula-guard.ts'

/** A text table that every spreadsheet opens as it is: UTF-8 with a mark, commas, and no cell that is taken for a formula. */
export function writeCsv(header: string[], records: string[][]): Uint8Array {
  const content = Papa.unparse([header, ...records.map((record) => record.map(withGuard))], { delimiter: ',', newline: '\r\n' })
  return Buffer.from(`\uFEFF${content}`, 'utf8')
}
