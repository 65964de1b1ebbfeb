import { XMLParser } from 'fast-xml-parser'
import type { FoundContent } from './content.ts'
import { childrenOf, findAll, type Node, tagOf } from './xml-tree.ts'

/** What is no content: a style sheet, a script. */
const unread: ReadonlySet<string> = new Set(['style', 'script'])

function textOf(node: Node): string {
  const text = node['#text']
  if (typeof text === 'string' || typeof text === 'number') return String(text)
  return unread.has(tagOf(node)) ? '' : childrenOf(node).map(textOf).join('')
}

/** Opens an HTML document, which is well-formed XML too, with an XML reader that had no part in writing it. */
export function readHtml(bytes: Uint8Array): FoundContent {
  const parser = new XMLParser({
    preserveOrder: true,
    trimValues: false,
    parseTagValue: false,
    processEntities: true,
    stopNodes: ['*.style', '*.script'],
  })
  const parsed: unknown = parser.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  const root: Node = { document: parsed }
  const isCell = (node: Node) => tagOf(node) === 'td' || tagOf(node) === 'th'
  return { text: textOf(root), rows: findAll(root, 'tr').map((row) => childrenOf(row).filter(isCell).map(textOf)) }
}
