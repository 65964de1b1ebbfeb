import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import type { FoundContent } from './content.ts'
import { childrenOf, findAll, type Node, tagOf } from './xml-tree.ts'

/** Text of a piece of WordprocessingML: runs, with breaks, tabs and ends of paragraphs as white space. */
function textOf(node: Node): string {
  if (typeof node['#text'] === 'string' || typeof node['#text'] === 'number') return String(node['#text'])
  const tag = tagOf(node)
  if (tag === 'w:br' || tag === 'w:tab') return ' '
  const inner = childrenOf(node).map(textOf).join('')
  return tag === 'w:p' ? `${inner}\n` : inner
}

/** Opens a DOCX with a ZIP and an XML reader; the library that wrote it takes no part. */
export function readDocx(bytes: Uint8Array): FoundContent {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']
  if (!part) throw new Error('word/document.xml is missing')
  const parsed: unknown = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false, processEntities: true }).parse(
    strFromU8(part),
  )
  const root: Node = { document: parsed }
  return {
    text: textOf(root),
    rows: findAll(root, 'w:tr').map((row) => findAll(row, 'w:tc').map(textOf)),
  }
}
