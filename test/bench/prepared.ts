import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import Papa from 'papaparse'
import writeXlsxFile from 'write-excel-file/node'
import type { z } from 'zod'
import { Application } from '../../src-main/application/application.ts'
import { openedEngagement } from '../../src-main/contract/engagement.ts'
import { type InputOf, type ProcedureName, procedures } from '../../src-main/contract/index.ts'
import { importResult } from '../../src-main/contract/inventory.ts'
import { jobStarted, jobState } from '../../src-main/contract/jobs.ts'
import { decode } from '../../src-main/spreadsheet/decode.ts'
import type { Size } from './measure.ts'

const inventory = join(import.meta.dirname, '../fixtures/us-federal-ai-use-cases-2024.csv')
const fewSystems = 200

export const tableOf = ({ folder }: Size) => join(folder, 'systems.csv')
export const workbookOf = ({ folder }: Size) => join(folder, 'systems.xlsx')
export const engagementOf = ({ folder }: Size) => join(folder, 'prepared.aims')

/** What is asked: the application in this process, or the built one in its own. */
type Asked = Pick<Application, 'call'> & {
  close: () => Promise<unknown> /** Milliseconds between two questions for a job. */
  pause?: number
}

/** An application with one engagement open, and a short way to ask it. */
export class Desk {
  readonly #application: Asked
  #handle: string | undefined

  constructor({ folder }: Size, application?: Asked) {
    this.#application = application ?? new Application({ host: 'cli', places: { state: join(folder, 'state'), documents: folder } })
  }

  async create(path: string, sample = false): Promise<void> {
    this.#handle = (await this.ask('engagement.create', { path, client: 'Bench', sample }, openedEngagement)).handle
  }

  async open(path: string): Promise<void> {
    this.#handle = (await this.ask('engagement.open', { path }, openedEngagement)).handle
  }

  /** A job is waited for, with questions so frequent that the waiting is not what is measured, unless the answerer wants to be left alone. */
  async ask<Name extends ProcedureName, Output extends z.ZodType>(
    procedure: Name,
    input: InputOf<Name>,
    output: Output,
  ): Promise<z.output<Output>> {
    const answer = await this.#application.call({ procedure, handle: this.#handle, input })
    return output.parse(procedures.get(procedure)?.kind === 'job' ? await this.#finish(jobStarted.parse(answer).job) : answer)
  }

  close = () => this.#application.close()

  async #finish(job: string): Promise<unknown> {
    for (;;) {
      const state = jobState.parse(await this.#application.call({ procedure: 'jobs.get', input: { job } }))
      if (state.state === 'done') return state.output
      if (state.state !== 'running') throw new Error(state.error?.sentence ?? state.state)
      await wait(this.#application.pause ?? 1)
    }
  }
}

/** The table of systems, and the sample engagement with all of them in its inventory. */
export async function prepare(size: Size): Promise<void> {
  const { header, ...table } = readTable(inventory)
  const records = size.isShort ? table.records.slice(0, fewSystems) : table.records
  writeFileSync(tableOf(size), Papa.unparse([header, ...records]))
  const cells = [header, ...records].map((record) => record.map((value) => (value === '' ? null : { value, type: String })))
  writeFileSync(workbookOf(size), await writeXlsxFile(cells).toBuffer())
  const desk = new Desk(size)
  try {
    await desk.create(engagementOf(size), true)
    await desk.ask('inventory.import', { path: tableOf(size) }, importResult)
  } finally {
    await desk.close()
  }
}

function readTable(path: string): { header: string[]; records: string[][] } {
  const [header = [], ...records] = Papa.parse<string[]>(decode(readFileSync(path)).text, { skipEmptyLines: true }).data
  return { header, records }
}

/** The database as any program would open it, but as durable as an engagement. */
export function openBare(path: string): SQLite.Database {
  const connection = new SQLite(path)
  connection.pragma('journal_mode = DELETE')
  connection.pragma('synchronous = EXTRA')
  return connection
}

/** A copy's history is taken away with its triggers: what is left are the tables and their rows. */
export function withoutHistory(connection: SQLite.Database): SQLite.Database {
  const triggers = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  return connection
}
