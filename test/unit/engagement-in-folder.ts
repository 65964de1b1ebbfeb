import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Application } from '../../src-main/application/application.ts'
import type { OpenedEngagement } from '../../src-main/contract/engagement.ts'
import { type ErrorReport, FieldbookError } from '../../src-main/contract/errors.ts'
import type { InputOf, OutputOf, ProcedureName } from '../../src-main/contract/index.ts'
import type { AiSystem } from '../../src-main/contract/inventory.ts'
import { type JobState, jobStarted, jobState } from '../../src-main/contract/jobs.ts'
import { EngagementFile } from '../../src-main/engagement/file.ts'
import { reportError } from '../../src-main/language/text.ts'

/** Later than the clock of whoever runs the tests, so that rounds that are started stand after the one that the file begins with. */
export const moment = '2090-06-15T10:00:00.000Z'
export const today = moment.slice(0, 10)

/** The day so many days after today; before it, where the number is negative. */
export function dayFromToday(days: number): string {
  const date = new Date(today)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** A real engagement, opened through the whole main side, in a folder that is gone after the test. */
export class EngagementInFolder {
  readonly #folder: string
  readonly #application: Application
  #opened: OpenedEngagement

  private constructor(folder: string, application: Application, opened: OpenedEngagement) {
    this.#folder = folder
    this.#application = application
    this.#opened = opened
  }

  static async create({ sample = false } = {}): Promise<EngagementInFolder> {
    const folder = mkdtempSync(join(tmpdir(), 'fieldbook-module-'))
    const places = { state: join(folder, 'state'), documents: join(folder, 'documents') }
    const application = new Application({ host: 'cli', places, now: () => new Date(moment) })
    const input: InputOf<'engagement.create'> = { path: join(folder, 'a.aims'), client: 'Acme', sample }
    const opened = output<'engagement.create'>(await application.call({ procedure: 'engagement.create', input }))
    return new EngagementInFolder(folder, application, opened)
  }

  async call<Name extends ProcedureName>(procedure: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    return output<Name>(await this.#call(procedure, input))
  }

  /** Waits for the end of a job. */
  async job<Name extends ProcedureName>(procedure: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const ended = await this.#ended(jobStarted.parse(await this.#call(procedure, input)).job)
    if (ended.state !== 'done') throw new Error(`${procedure}: ${ended.error?.sentence}`)
    return output<Name>(ended.output)
  }

  /** Stops a job once it has done the given share, 0 to 1, and says how it ended. */
  async stopped<Name extends ProcedureName>(procedure: Name, input: InputOf<Name>, share: number): Promise<JobState> {
    const { job } = jobStarted.parse(await this.#call(procedure, input))
    for (;;) {
      const state = jobState.parse(await this.#call('jobs.get', { job }))
      if (state.state !== 'running') return state
      if (state.progress >= share) break
      await pause(1)
    }
    await this.#call('jobs.cancel', { job })
    return this.#ended(job)
  }

  /** What a person is told of a call or job that fails; the test fails where it does not, or fails with something unexpected. */
  async refusal<Name extends ProcedureName>(procedure: Name, input: unknown): Promise<ErrorReport> {
    const answer = await this.#call(procedure, input).catch((error: unknown) => {
      if (error instanceof FieldbookError) return reportError(error)
      throw new Error(`expected a FieldbookError, got ${String(error)}`, { cause: error })
    })
    const started = jobStarted.strict().safeParse(answer)
    const report = started.success ? (await this.#ended(started.data.job)).error : answer
    if (isReport(report) && report.code !== 'internal') return report
    throw new Error(`expected ${procedure} to be refused, got ${JSON.stringify(report)}`)
  }

  /** Every AI system with everything that is known of it, by name. */
  async systems(): Promise<AiSystem[]> {
    const rows = await this.call('inventory.systems', {})
    return Promise.all(rows.map(({ id }) => this.call('inventory.system', { id })))
  }

  /** Closes the file and opens it again, so that what is read then comes from the disk; in between, another program may write it. */
  async reopen(whileClosed: (path: string) => void = () => {}): Promise<void> {
    await this.call('engagement.close', {})
    whileClosed(this.#opened.path)
    const input: InputOf<'engagement.open'> = { path: this.#opened.path }
    this.#opened = output<'engagement.open'>(await this.#application.call({ procedure: 'engagement.open', input }))
  }

  /** Writes rows as one change, past the procedures: for what would take thousands of calls, or belongs to another module. */
  async fill(work: (file: EngagementFile) => void): Promise<void> {
    await this.call('engagement.close', {})
    const file = EngagementFile.open(this.#opened.path, () => 'Consultant')
    try {
      file.write('filled', () => work(file))
    } finally {
      file.close()
    }
    const input: InputOf<'engagement.open'> = { path: this.#opened.path }
    this.#opened = output<'engagement.open'>(await this.#application.call({ procedure: 'engagement.open', input }))
  }

  /** Takes back the last change and says its label. */
  undo = async () => (await this.call('engagement.undo', {})).label

  /** Entries that answers are without, because they hold what the program does not know. */
  leftOut = () => this.#application.leftOut({ procedure: 'engagement.info', handle: this.#opened.handle, input: {} })

  /** How many changes the file has seen. */
  changes = async () => (await this.call('engagement.info', {})).changes

  at = (name: string) => join(this.#folder, name)

  /** Writes a file into the folder and says where it is. */
  put(name: string, content: string | Uint8Array): string {
    writeFileSync(this.at(name), content)
    return this.at(name)
  }

  async remove(): Promise<void> {
    await this.#application.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #call = (procedure: string, input: unknown) => this.#application.call({ procedure, handle: this.#opened.handle, input })

  async #ended(job: string): Promise<JobState> {
    const state = jobState.parse(await this.#call('jobs.get', { job }))
    if (state.state !== 'running') return state
    await pause(5)
    return this.#ended(job)
  }
}

/** Validated at the door of the main side with the schema that this type is made from. */
const output = <Name extends ProcedureName>(answer: unknown) => answer as OutputOf<Name>

const isReport = (value: unknown): value is ErrorReport => typeof value === 'object' && value !== null && 'sentence' in value
