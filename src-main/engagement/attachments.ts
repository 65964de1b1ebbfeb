import { createHash } from 'node:crypto'
import { setImmediate as letGo } from 'node:timers/promises'
import { database } from './database.ts'
import type { EngagementFile } from './file.ts'
import { listed } from './lists.ts'

/** Bytes of a piece of content: small enough to travel in one call and to be held in memory, large enough to be few. */
export const chunkSize = 1024 * 1024

/** Pieces that are written in one transaction: the file is let go in between, so that other work is not held up. */
const chunksAtOnce = 4

const insertChunk = database.insertInto('attachmentChunk').values({ sha256: '', number: 0, bytes: new Uint8Array() })

const isStored = (sha256: string) =>
  database.selectFrom('attachment').select('size').where('sha256', '=', sha256).where('isComplete', '=', 1)

/** Whether the engagement holds the content of this hash, whole. */
export const hasAttachment = (file: EngagementFile, sha256: string): boolean => file.first(isStored(sha256)) !== undefined

/** A piece of content by its number, or undefined behind the last one. */
export const readChunk = (file: EngagementFile, sha256: string, number: number): Uint8Array | undefined =>
  file.first(database.selectFrom('attachmentChunk').select('bytes').where('sha256', '=', sha256).where('number', '=', number))?.bytes

/**
 * Writes content into an engagement, a few pieces in each transaction and beside the history. What was begun counts only once it is
 * complete; `discard` takes away all that this writer has stored.
 */
export class AttachmentWriter {
  readonly #file: EngagementFile
  readonly #stored = new Set<string>()
  /** Memory stays flat: the same few buffers hold the pieces of every file. */
  readonly #buffers = Array.from({ length: chunksAtOnce }, () => Buffer.allocUnsafeSlow(chunkSize))
  #pending: { sha256: string; number: number; bytes: Uint8Array }[] = []
  #completed: string[] = []

  constructor(file: EngagementFile) {
    this.#file = file
  }

  /** Begins new content; its hash and size are what its pieces have to come to. */
  begin(sha256: string, size: number, now: Date): void {
    this.#stored.add(sha256)
    this.#file.writeContent(() => this.#file.run(database.insertInto('attachment').values({ sha256, size, createdAt: now.toISOString() })))
  }

  /** A buffer for the next piece, free until add() has been given it. */
  buffer(): Buffer {
    return this.#buffers[this.#pending.length] ?? Buffer.allocUnsafeSlow(chunkSize)
  }

  async add(sha256: string, number: number, bytes: Uint8Array): Promise<void> {
    this.#pending.push({ sha256, number, bytes })
    if (this.#pending.length >= chunksAtOnce) await this.flush()
  }

  /** Says that every piece of this content was added. */
  complete(sha256: string): void {
    this.#completed.push(sha256)
  }

  /** Writes what is still pending, and gives way to other work. */
  async flush(): Promise<void> {
    const [pending, completed] = [this.#pending, this.#completed]
    if (pending.length + completed.length > 0) {
      this.#file.writeContent(() => {
        this.#file.runEach(
          insertChunk,
          pending.map(({ sha256, number, bytes }) => [sha256, number, bytes]),
        )
        this.#file.run(database.updateTable('attachment').set({ isComplete: 1 }).where('sha256', 'in', listed(completed)))
      })
    }
    this.#pending = []
    this.#completed = []
    await letGo()
  }

  /** Takes away this content, or all that this writer has stored. */
  async discard(sha256?: string): Promise<void> {
    const given = sha256 === undefined ? [...this.#stored] : [sha256]
    this.#pending = this.#pending.filter((piece) => !given.includes(piece.sha256))
    this.#completed = this.#completed.filter((each) => !given.includes(each))
    for (const each of given) this.#stored.delete(each)
    await removeAttachments(this.#file, given)
  }
}

/** Takes content away, a few pieces in each transaction, so that other work is not held up. */
export async function removeAttachments(file: EngagementFile, hashes: readonly string[]): Promise<void> {
  for (const sha256 of hashes) {
    // What is half removed must not count as complete.
    file.writeContent(() => file.run(database.updateTable('attachment').set({ isComplete: 0 }).where('sha256', '=', sha256)))
    const some = database
      .selectFrom('attachmentChunk')
      .select('number')
      .where('sha256', '=', sha256)
      .limit(chunksAtOnce * 4)
    while (
      file.writeContent(() => file.run(database.deleteFrom('attachmentChunk').where('sha256', '=', sha256).where('number', 'in', some))) > 0
    )
      await letGo()
    file.writeContent(() => file.run(database.deleteFrom('attachment').where('sha256', '=', sha256)))
  }
}

/** Content whose writing was cut off, as by a power cut: nothing refers to it. Not while a writer is at work. */
export const removeIncomplete = (file: EngagementFile): Promise<void> =>
  removeAttachments(
    file,
    file.all(database.selectFrom('attachment').select('sha256').where('isComplete', '=', 0)).map(({ sha256 }) => sha256),
  )

/** Content that no entry of the register of evidence names. */
export const unusedAttachments = (file: EngagementFile): { sha256: string; size: number }[] =>
  file.all(
    database
      .selectFrom('attachment')
      .leftJoin('evidenceRegister', 'evidenceRegister.sha256', 'attachment.sha256')
      .select(['attachment.sha256', 'attachment.size'])
      .where('evidenceRegister.id', 'is', null),
  )

const turns = new WeakMap<EngagementFile, Promise<unknown>>()

/** Does one piece of work on the attachments of a file after the other: two of them could store the same content twice. */
export function inTurn<Result>(file: EngagementFile, work: () => Promise<Result>): Promise<Result> {
  const before = turns.get(file) ?? Promise.resolve()
  const done = before.then(work, work)
  turns.set(
    file,
    done.catch(() => {}),
  )
  return done
}

/** Stores small content as part of a change, and says its hash. Call inside write(). */
export function insertAttachment(file: EngagementFile, bytes: Uint8Array, now: Date): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = { sha256, size: bytes.length, isComplete: 1, createdAt: now.toISOString() }
  file.run(database.insertInto('attachment').values(row))
  const numbers = Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, number) => number)
  file.runEach(
    insertChunk,
    numbers.map((number) => [sha256, number, bytes.subarray(number * chunkSize, (number + 1) * chunkSize)]),
  )
  return sha256
}
