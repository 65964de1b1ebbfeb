import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { FieldbookError } from '../../contract/errors.ts'
import { type ReadAttachment, withAttachments } from '../../engagement/attachment-reader.ts'
import { pathError } from '../../engagement/inspect.ts'
import { text } from '../../language/text.ts'
import type { DocumentBook } from '../../report/model.ts'
import type { Progress } from '../../task/task.ts'
import { comparableContent, verifyFound } from '../verify/index.ts'
import { readBook } from '../verify/read-book.ts'
import { readHtml } from '../verify/read-html.ts'
import { bookChapter, bookEnd, bookFiles, bookStart } from '../write/book.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'documents.writeBook': typeof writeBook
  }
}

export interface WriteBookInput {
  book: DocumentBook
  /** The engagement file, which holds the evidence. */
  source: string
  /** Files up to so many bytes are put into the page. */
  embedUpTo: number
  to: string
  /** What a person knows of the place. */
  named: string
}

/** All files together take no more than this: a browser has to open the page. */
const mostEmbedded = 48 * 1024 * 1024

/** Files that go into the page: each small enough, and together not too much. */
function embedded(files: DocumentBook['files'], embedUpTo: number): Set<string> {
  let total = 0
  return new Set(
    files.flatMap(({ sha256, size }) => {
      if (size > embedUpTo || total + size > mostEmbedded) return []
      total += size
      return [sha256]
    }),
  )
}

/** Writes a book as one HTML file, opens it again and counts every chapter in it. Answers how many chapters and files it found. */
export async function writeBook({ book, source, embedUpTo, to, named }: WriteBookInput, progress: Progress): Promise<{ files: number }> {
  const inside = embedded(book.files, embedUpTo)
  const check = () => {
    if (progress.signal.aborted) throw new FieldbookError('cancelled')
  }
  try {
    const target = await open(to, 'wx')
    try {
      await withAttachments(source, async (read) => {
        await target.writeFile(bookStart(book))
        for (const [index, chapter] of book.chapters.entries()) {
          check()
          progress.report((index / book.chapters.length) * 0.6, text('documents:steps.writeOne', { title: chapter.title }))
          await target.writeFile(bookChapter(chapter))
        }
        await writeFiles(target, book, inside, read, check)
      })
      await target.writeFile(bookEnd())
      await target.sync()
    } finally {
      await target.close()
    }
    progress.report(0.7, text('documents:steps.verify'))
    await prove(book, inside, to)
    return { files: book.chapters.length + inside.size }
  } catch (error) {
    throw pathError(named, error)
  }
}

async function writeFiles(
  target: FileHandle,
  book: DocumentBook,
  inside: ReadonlySet<string>,
  read: ReadAttachment,
  check: () => void,
): Promise<void> {
  const pieces = bookFiles(book, inside)
  for (const { html, sha256 } of pieces) {
    check()
    await target.writeFile(html)
    if (sha256 === null) continue
    const hash = createHash('sha256')
    // Base64 takes three bytes at a time: what is over waits for the next piece.
    let rest = Buffer.alloc(0)
    for (const piece of read(sha256)) {
      hash.update(piece)
      const bytes = Buffer.concat([rest, piece])
      const whole = bytes.length - (bytes.length % 3)
      rest = bytes.subarray(whole)
      await target.writeFile(bytes.toString('base64', 0, whole))
    }
    await target.writeFile(rest.toString('base64'))
    if (hash.digest('hex') !== sha256) throw new FieldbookError('export-incomplete', { missing: sha256 })
  }
}

/** Reads the page again: every chapter with all its texts and rows, and every file byte for byte. */
async function prove(book: DocumentBook, inside: ReadonlySet<string>, path: string): Promise<void> {
  const { page, files } = await readBook(path)
  const found = comparableContent(readHtml(new TextEncoder().encode(page)))
  const missing = [book.index, ...book.chapters.map(({ model }) => model)].flatMap((model) => verifyFound(found, 'html', model))
  const all = [...missing, ...[...inside].filter((sha256) => !files.has(sha256))]
  if (all.length > 0) throw new FieldbookError('export-incomplete', { missing: all.slice(0, 3).join('; '), count: all.length })
}
