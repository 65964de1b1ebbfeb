import { dirname } from 'node:path'
import { localDay } from '../contract/days.ts'
import { FieldbookError } from '../contract/errors.ts'
import { type CallEnvelope, callEnvelope, procedures } from '../contract/index.ts'
import type { Procedure } from '../contract/procedure.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readSoaStanding } from '../soa/standing.ts'
import type { Progress } from '../task/task.ts'
import { runInThread } from '../worker/run.ts'
import type { ApplicationContext, OpenContext } from './context.ts'
import { copiesOfProcess, removeLeftCopies } from './copies.ts'
import { parseInput } from './door.ts'
import { Jobs } from './jobs.ts'
import { OpenEngagements } from './open-engagements.ts'
import { type Places, usualPlaces, writableFolder } from './places.ts'
import { RecentList } from './recent.ts'
import { buildReport, reportHead } from './reports.ts'
import { applicationHandler, engagementHandler } from './routers.ts'
import { settingsFile } from './settings-router.ts'

export interface ApplicationOptions {
  host: 'electron' | 'browser' | 'cli'
  places?: Places
  now?: () => Date
}

/** For calls that end before anyone could cancel them or ask how far they are. */
const unattended: Progress = { report() {}, signal: new AbortController().signal }

/**
 * The whole main side, the same in every host: takes one call, checks it at the door, runs it, checks the answer. A job answers at once
 * with its name; everything else answers when it is done, and a mutation has then reached the disk.
 */
export class Application {
  readonly #context: Omit<ApplicationContext, 'progress'>
  readonly #now: () => Date

  constructor(options: ApplicationOptions) {
    const places = options.places ?? usualPlaces()
    this.#now = options.now ?? (() => new Date())
    removeLeftCopies(places.state)
    this.#context = {
      places,
      host: options.host,
      settings: settingsFile(places.state),
      engagements: new OpenEngagements(),
      recent: new RecentList(places.state),
      jobs: new Jobs(),
      run: runInThread,
    }
  }

  /** @throws FieldbookError for everything that a caller can do something about. */
  async call(envelope: unknown): Promise<unknown> {
    const call = parseEnvelope(envelope)
    const procedure = procedures.get(call.procedure)
    if (!procedure) throw new FieldbookError('unknown-procedure', { name: call.procedure })
    const input = parseInput(procedure, call.input, this.#now())
    const work = this.#prepare(procedure, call, input)
    const file = procedure.scope === 'engagement' ? this.#context.engagements.file(call.handle) : undefined
    const run = (progress: Progress) => answered(procedure, file, async () => procedure.output.parse(await work(progress)))
    return procedure.kind === 'job' ? { job: this.#context.jobs.start(call.procedure, run) } : run(unattended)
  }

  /** Entries that answers on an engagement are without, because they hold what the program does not know; each in a sentence. */
  leftOut(envelope: unknown): readonly string[] {
    const { success, data } = callEnvelope.safeParse(envelope)
    return success && data.handle ? (this.#context.engagements.find(data.handle)?.leftOut ?? []) : []
  }

  /** Stops what runs and closes every file. */
  async close(): Promise<void> {
    await this.#context.jobs.cancelAll()
    this.#context.engagements.closeAll()
  }

  #prepare(procedure: Procedure, { procedure: name, handle }: CallEnvelope, input: unknown): (progress: Progress) => Promise<unknown> {
    if (procedure.scope === 'application') {
      return async (progress) => applicationHandler(name)({ ...this.#context, progress }, input)
    }
    const file = this.#context.engagements.file(handle)
    const context: Omit<OpenContext, 'progress'> = {
      ...this.#context,
      file,
      handle: handle ?? '',
      now: this.#now,
      outputFolder: file.readOnly === null ? dirname(file.path) : writableFolder(this.#context.places),
      copies: copiesOfProcess(this.#context.places.state),
      reportHead: (report, options) => reportHead(file, report, options, this.#now()),
      buildReport: (report, options) => buildReport(file, report, options, this.#now()),
      soaStanding: () => readSoaStanding(file, localDay(this.#now())),
    }
    return async (progress) => engagementHandler(name)({ ...context, progress }, input)
  }
}

/**
 * What fails unexpectedly may have met an entry that something else wrote into the file: such entries are left out, and what only reads is
 * done again without them. A change is not: whether it was written is not known here.
 */
async function answered(procedure: Procedure, file: EngagementFile | undefined, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (file === undefined || isExpected(error)) throw error
    if (!file.leaveOutUnknown() && file.leftOut.length === 0) {
      throw file.isDamaged() ? new FieldbookError('damaged', { path: file.path }, { cause: error }) : error
    }
    const unknown = new FieldbookError('unknown-values', { first: file.leftOut[0] ?? '', count: file.leftOut.length }, { cause: error })
    if (procedure.kind === 'mutation') throw unknown
    return await work().catch((again: unknown) => {
      throw isExpected(again) ? again : unknown
    })
  }
}

const isExpected = (error: unknown) => error instanceof FieldbookError && error.code !== 'internal'

function parseEnvelope(envelope: unknown): CallEnvelope {
  const parsed = callEnvelope.safeParse(envelope)
  if (!parsed.success) throw new FieldbookError('invalid-input', { reason: 'this is not a call' })
  return parsed.data
}
