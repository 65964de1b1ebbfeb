import { setTimeout as pause } from 'node:timers/promises'
import { Application } from '../../src-main/application/application.ts'
import { FieldbookError } from '../../src-main/contract/errors.ts'
import { contract, type InputOf, type OutputOf, type ProcedureName, procedures } from '../../src-main/contract/index.ts'
import { jobStarted, jobState } from '../../src-main/contract/jobs.ts'

/** The whole main side with one open engagement, as a host has it; a job is waited for. */
export class Session {
  readonly #application: Application
  #handle: string | undefined

  constructor(folder: string) {
    this.#application = new Application({ host: 'cli', places: { state: folder, documents: folder } })
  }

  async open(path: string): Promise<void> {
    this.#handle = contract.engagement.open.output.parse(
      await this.#application.call({ procedure: 'engagement.open', input: { path } }),
    ).handle
  }

  async create(path: string, sample: boolean): Promise<void> {
    const made = await this.#application.call({ procedure: 'engagement.create', input: { path, client: 'Acme', sample } })
    this.#handle = contract.engagement.create.output.parse(made).handle
  }

  async call<Name extends ProcedureName>(procedure: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const known = procedures.get(procedure)
    const answer = await this.#application.call({ procedure, input, handle: this.#handle })
    // The contract's own schema gives the answer its type.
    return (known?.kind === 'job' ? await this.#ended(answer) : answer) as OutputOf<Name>
  }

  close = () => this.#application.close()

  async #ended(answer: unknown): Promise<unknown> {
    const { job } = jobStarted.parse(answer)
    for (;;) {
      const state = jobState.parse(await this.#application.call({ procedure: 'jobs.get', input: { job } }))
      if (state.state === 'done') return state.output
      if (state.error) throw new FieldbookError(state.error.code, state.error.details)
      await pause(3)
    }
  }
}
