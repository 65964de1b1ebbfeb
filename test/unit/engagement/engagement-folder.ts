import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CompiledQuery } from 'kysely'
import { z } from 'zod'
import { FieldbookError } from '../../../src-main/contract/errors.ts'
import { createEngagement } from '../../../src-main/engagement/create.ts'
import type { Query } from '../../../src-main/engagement/database.ts'
import { EngagementFile } from '../../../src-main/engagement/file.ts'
import { checkFile } from '../../../src-main/engagement/tasks/check.ts'
import type { Progress } from '../../../src-main/task/task.ts'

export const consultant = () => 'Consultant'

/** Progress that nobody looks at, and that nobody stops. */
export const quietly: Progress = { report() {}, signal: new AbortController().signal }

const anyRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type AnyRow = z.infer<typeof anyRow>

/** A query in SQL, for what the tests find out about the schema while they run. */
export const sql = (text: string, ...parameters: unknown[]): Query<unknown> => ({ compile: () => CompiledQuery.raw(text, parameters) })

export const rows = (file: EngagementFile, text: string, ...parameters: unknown[]): AnyRow[] =>
  z.array(anyRow).parse(file.all(sql(text, ...parameters)))

export const column = (file: EngagementFile, text: string, ...parameters: unknown[]) =>
  rows(file, text, ...parameters).flatMap((row) => Object.values(row))

/** A folder of real files that is gone after the test. Every file that was opened through it is closed first. */
export class EngagementFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'fieldbook-engagement-'))
  readonly #opened: EngagementFile[] = []
  readonly #children: ChildProcess[] = []

  at = (name: string) => join(this.folder, name)
  names = () => readdirSync(this.folder).sort()

  /**
   * Reads and closes the file, so not to be called for one that is open in this process: that would drop SQLite's locks on it (POSIX).
   */
  sha256 = (name: string) =>
    createHash('sha256')
      .update(readFileSync(this.at(name)))
      .digest('hex')

  create(name: string, fill: (file: EngagementFile) => void = () => {}): string {
    const path = this.at(name)
    createEngagement({ path, client: 'Acme', title: 'Certification', contentVersion: '1', origin: 'new', who: consultant }, fill)
    return path
  }

  open(name: string): EngagementFile {
    const file = EngagementFile.open(this.at(name), consultant)
    this.#opened.push(file)
    return file
  }

  createAndOpen(name: string): EngagementFile {
    this.create(name)
    return this.open(name)
  }

  /** What is damaged; whether values are ones that the contract knows is another question. */
  problems = async (name: string) => (await checkFile({ path: this.at(name) }, quietly)).damage

  /** Starts a program of the folder programs, and waits for the first line that it says. */
  async start(program: string, ...words: string[]): Promise<{ child: ChildProcess; said: string[]; ended: Promise<unknown> }> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'programs', program), ...words], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.#children.push(child)
    const said: string[] = []
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => said.push(line))
    const ended = Promise.all([once(child, 'exit'), once(lines, 'close')])
    await Promise.race([once(lines, 'line'), ended])
    return { child, said, ended }
  }

  remove(): void {
    for (const child of this.#children) child.kill('SIGKILL')
    for (const file of this.#opened) file.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The expected failure of some work; fails the test where there is none, or one that has no sentence for a person. */
export function refusal(work: () => unknown): FieldbookError {
  try {
    work()
  } catch (error) {
    if (error instanceof FieldbookError) return error
    throw new Error(`expected a FieldbookError, got ${String(error)}`, { cause: error })
  }
  throw new Error('expected a FieldbookError, and all went well')
}

export const addSystem = (file: EngagementFile, id: string, name = id) =>
  file.run(sql('INSERT INTO aiSystem (id, name, createdAt) VALUES (?, ?, ?)', id, name, '2026-11-24T10:00:00.000Z'))

export const systems = (file: EngagementFile) => column(file, 'SELECT id FROM aiSystem ORDER BY id')
