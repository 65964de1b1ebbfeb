import { randomUUID } from 'node:crypto'
import { FieldbookError } from '../contract/errors.ts'
import type { JobState } from '../contract/jobs.ts'
import { reportError } from '../language/text.ts'
import type { Progress } from '../task/task.ts'

interface Job {
  state: JobState
  controller: AbortController
  finished: Promise<void>
}

/** How many finished jobs are kept for a late question about them. */
const kept = 50

/** Long pieces of work under way, and the last ones that ended. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()

  /** Starts work and names it; how it goes is asked with get(). */
  start(procedure: string, work: (progress: Progress) => Promise<unknown>): string {
    const id = randomUUID()
    const controller = new AbortController()
    const state: JobState = { job: id, procedure, state: 'running', progress: 0, step: '' }
    const progress: Progress = {
      signal: controller.signal,
      report(share, step) {
        state.progress = share
        state.step = step
      },
    }
    this.#jobs.set(id, { state, controller, finished: run(state, () => work(progress)) })
    this.#forgetOld()
    return id
  }

  get(id: string): JobState {
    return this.#job(id).state
  }

  cancel(id: string): void {
    this.#job(id).controller.abort()
  }

  async cancelAll(): Promise<void> {
    for (const { controller } of this.#jobs.values()) controller.abort()
    await Promise.all([...this.#jobs.values()].map(({ finished }) => finished))
  }

  #job(id: string): Job {
    const job = this.#jobs.get(id)
    if (!job) throw new FieldbookError('not-found', { what: id })
    return job
  }

  #forgetOld(): void {
    const ended = [...this.#jobs].filter(([, { state }]) => state.state !== 'running')
    for (const [id] of ended.slice(0, Math.max(0, ended.length - kept))) this.#jobs.delete(id)
  }
}

async function run(state: JobState, work: () => Promise<unknown>): Promise<void> {
  try {
    state.output = await work()
    state.progress = 1
    state.state = 'done'
  } catch (error) {
    state.error = reportError(error)
    state.state = state.error.code === 'cancelled' ? 'cancelled' : 'failed'
  }
}
