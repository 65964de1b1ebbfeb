import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import type { Application } from '../../application/application.ts'
import { openedEngagement } from '../../contract/engagement.ts'
import { FieldbookError } from '../../contract/errors.ts'
import { type InputOf, type ProcedureName, procedures } from '../../contract/index.ts'
import { type JobState, jobStarted, jobState } from '../../contract/jobs.ts'

/** Pauses between two questions about a job, in milliseconds: short work is not kept waiting, long work not bothered. */
const firstPause = 4
const longestPause = 100

export type Watch = (state: JobState) => void

/** One command's talk with the application: calls go through the same door as in every host. */
export class Session {
  readonly #application: Pick<Application, 'call'>
  readonly #watch: Watch
  #handle: string | undefined

  constructor(application: Pick<Application, 'call'>, watch: Watch = () => {}) {
    this.#application = application
    this.#watch = watch
  }

  /** Opens an engagement; later calls that work on one work on this one. */
  async open(path: string): Promise<void> {
    this.#handle = (await this.ask('engagement.open', { path }, openedEngagement)).handle
  }

  /** Opens an engagement, or looks into a package as it is. */
  async openOrLookInto(path: string, passphrase: { passphrase?: string }): Promise<void> {
    try {
      await this.open(path)
    } catch (error) {
      if (!(error instanceof FieldbookError) || error.code !== 'is-package') throw error
      this.#handle = (await this.ask('transfer.openPackage', { path, ...passphrase }, openedEngagement)).handle
    }
  }

  /** Calls a procedure, waits for its end if it is a job, and reads its output by the schema that is given. */
  async ask<Name extends ProcedureName, Output extends z.ZodType>(
    name: Name,
    input: InputOf<Name>,
    output: Output,
  ): Promise<z.output<Output>> {
    return output.parse(await this.call(name, input))
  }

  /** Calls a procedure by any name, as it came from outside. */
  async call(procedure: string, input: unknown): Promise<unknown> {
    const answer = await this.#application.call({ procedure, handle: this.#handle, input })
    return procedures.get(procedure)?.kind === 'job' ? this.#finish(jobStarted.parse(answer).job) : answer
  }

  async #finish(job: string): Promise<unknown> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const state = jobState.parse(await this.#application.call({ procedure: 'jobs.get', input: { job } }))
      this.#watch(state)
      if (state.state === 'done') return state.output
      if (state.error) throw new FieldbookError(state.error.code, state.error.details)
      await wait(pause)
    }
  }
}
