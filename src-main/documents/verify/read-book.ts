import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** How the content of a file begins in a page. */
const opening = 'href="data:'

export interface FoundBook {
  /** The page without the contents of its files: small enough to be read whole. */
  page: string
  /** The hashes of the contents. */
  files: Set<string>
}

/** Reads a page that holds files of evidence, piece by piece: a content is hashed on the way, and none is in memory whole. */
export async function readBook(path: string): Promise<FoundBook> {
  const files = new Set<string>()
  let page = ''
  // Where the page may hold the next beginning.
  let from = 0
  let content: Content | undefined
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    let left = String(piece)
    while (left !== '') {
      if (content) {
        const end = left.indexOf('"')
        content.add(end < 0 ? left : left.slice(0, end))
        if (end < 0) break
        files.add(content.hash())
        content = undefined
        left = left.slice(end)
      }
      page += left
      const start = page.indexOf(opening, from)
      if (start < 0) {
        from = Math.max(from, page.length - opening.length)
        break
      }
      from = start + opening.length
      left = page.slice(from)
      page = page.slice(0, from)
      content = new Content()
    }
  }
  return { page, files }
}

/** The bytes of one file, from the text behind the kind of its content: four characters are three bytes, and what is over waits. */
class Content {
  readonly #hash = createHash('sha256')
  #kindIsOver = false
  #rest = ''

  add(text: string): void {
    this.#rest += text
    if (!this.#kindIsOver) {
      const comma = this.#rest.indexOf(',')
      if (comma < 0) return
      this.#kindIsOver = true
      this.#rest = this.#rest.slice(comma + 1)
    }
    const whole = this.#rest.length - (this.#rest.length % 4)
    this.#hash.update(Buffer.from(this.#rest.slice(0, whole), 'base64'))
    this.#rest = this.#rest.slice(whole)
  }

  hash(): string {
    return this.#hash.update(Buffer.from(this.#rest, 'base64')).digest('hex')
  }
}
