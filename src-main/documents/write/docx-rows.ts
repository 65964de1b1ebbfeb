import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Rows that are written at once. The library has objects for every cell of a document before it writes the first. */
const atOnce = 200

const body = 'word/document.xml'
const rowStart = '<w:tr>'
const rowEnd = '</w:tr>'
const markOf = (piece: number) => `\u2983${piece}\u2984`

/** Long tables of one document: their rows are made and written piece by piece, so that few of them are in memory at a time. */
export class LongTables {
  readonly #pieces: (() => TableRow[])[] = []

  /** The rows of a table. Of a long one they are stand-ins, one for each piece, until fill() puts the rows there. */
  rowsOf<Row>(rows: readonly Row[], make: (row: Row) => TableRow): TableRow[] {
    if (rows.length <= atOnce) return rows.map(make)
    const starts = Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, index) => index * atOnce)
    return starts.map((start) => {
      const standIn = new Paragraph(markOf(this.#pieces.length))
      this.#pieces.push(() => rows.slice(start, start + atOnce).map(make))
      return new TableRow({ children: [new TableCell({ children: [standIn] })] })
    })
  }

  /** The finished document with all rows of its long tables. */
  async fill(document: Uint8Array): Promise<Uint8Array> {
    if (this.#pieces.length === 0) return document
    const parts = unzipSync(document)
    const xml = bodyOf(parts)
    const filled: string[] = []
    let done = 0
    for (const [index, make] of this.#pieces.entries()) {
      const mark = xml.indexOf(markOf(index), done)
      filled.push(xml.slice(done, xml.lastIndexOf(rowStart, mark)), await written(make()))
      done = xml.indexOf(rowEnd, mark) + rowEnd.length
    }
    return zipSync({ ...parts, [body]: strToU8([...filled, xml.slice(done)].join('')) })
  }
}

function bodyOf(parts: Record<string, Uint8Array>): string {
  const found = parts[body]
  if (!found) throw new Error(`${body} is missing`)
  return strFromU8(found)
}

/** Rows as the library writes them, in a document of their own. */
async function written(rows: TableRow[]): Promise<string> {
  const document = new Document({ sections: [{ children: [new Table({ rows })] }] })
  const xml = bodyOf(unzipSync(new Uint8Array(await Packer.toBuffer(document)), { filter: ({ name }) => name === body }))
  return xml.slice(xml.indexOf(rowStart), xml.lastIndexOf(rowEnd) + rowEnd.length)
}
