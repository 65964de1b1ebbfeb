import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/**
 * A small JSON file that this machine remembers something in. An unreadable one counts as empty: it holds conveniences, and no
 * consultant's work.
 */
export class Remembered<Schema extends z.ZodType> {
  readonly #path: string
  readonly #schema: Schema
  readonly #empty: z.output<Schema>

  constructor(path: string, schema: Schema, empty: z.output<Schema>) {
    this.#path = path
    this.#schema = schema
    this.#empty = empty
  }

  read(): z.output<Schema> {
    try {
      return this.#schema.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      return this.#empty
    }
  }

  /** Written beside and renamed, so that a kill leaves the old one or the new one. */
  write(value: z.input<Schema>): void {
    mkdirSync(dirname(this.#path), { recursive: true })
    const temporary = `${this.#path}.${randomUUID()}.part`
    writeFileSync(temporary, JSON.stringify(value, null, 2))
    renameSync(temporary, this.#path)
  }
}
