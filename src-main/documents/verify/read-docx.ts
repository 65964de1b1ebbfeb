import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import type { FoundContent } from './content.ts'
import { childrenOf, findAll, type Node, tagOf } from './xml-tree.ts'

const options = { preserveOrder: true, trimValues: false, parseTagValue: false, processEntities: true } as const

/** Text of a piece of WordprocessingML: runs, with breaks, tabs and ends of paragraphs as white space. Rows of tables are left to `readRow`. */
function textOf(node: Node, readRow: (row: Node) => string): string {
  if (typeof node['#text'] === 'string' || typeof node['#text'] === 'number') return String(node['#text'])
  const tag = tagOf(node)
  if (tag === 'w:br' || tag === 'w:tab') return ' '
  if (tag === 'w:tr') return readRow(node)
  const inner = childrenOf(node)
    .map((child) => textOf(child, readRow))
    .join('')
  return tag === 'w:p' ? `${inner}\n` : inner
}

/**
 * Opens a DOCX with a ZIP and an XML reader; the library that wrote it takes no part. Each row of a table is parsed by itself: the tree of
 * a long table takes many times the room of its words.
 */
export function readDocx(bytes: Uint8Array): FoundContent {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']
  if (!part) throw new Error('word/document.xml is missing')
  const parser = new XMLParser(options)
  const rows: string[][] = []
  const readRow = (row: Node): string => {
    const source = childrenOf(row)
      .map((raw) => raw['#text'])
      .join('')
    const parsed: unknown = parser.parse(source)
    const cells = findAll({ row: parsed }, 'w:tc').map((cell) => textOf(cell, readRow))
    rows.push(cells)
    return cells.join('')
  }
  const parsed: unknown = new XMLParser({ ...options, stopNodes: ['*.w:tr'] }).parse(strFromU8(part))
  return { text: textOf({ document: parsed }, readRow), rows }
}
