import { Parser } from 'htmlparser2'
import { UnreadableList } from './unreadable.ts'

/** What is done with the parts of a document as they come; names have no prefix. */
export interface MarkupHandler {
  open(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

function localAttributes(attributes: Record<string, string>): Record<string, string> {
  for (const name in attributes)
    if (name.includes(':')) return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]))
  return attributes
}

/**
 * Goes through an XML document once.
 * @throws UnreadableList damagedWorkbook where an element is not closed
 */
export function readXml(xml: string, handler: MarkupHandler): void {
  let depth = 0
  let hasRoot = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        // A tag that was cut off takes the next one for an attribute.
        if ('<' in attributes) throw new UnreadableList('damagedWorkbook')
        depth += 1
        hasRoot = true
        handler.open(local(name), localAttributes(attributes))
      },
      ontext: (content) => handler.text?.(content),
      onclosetag: (name) => {
        depth -= 1
        handler.close?.(local(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  if (depth !== 0 || !hasRoot) throw new UnreadableList('damagedWorkbook')
  parser.end()
}

/** Text of an XML part, which says by a mark where it is not UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}
