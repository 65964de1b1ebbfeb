import { setTimeout as delay } from 'node:timers/promises'
import { Application } from '../../../src-main/application/application.ts'
import type { InputOf, OutputOf, ProcedureName } from '../../../src-main/contract/index.ts'
import { procedures } from '../../../src-main/contract/index.ts'
import { jobStarted, jobState } from '../../../src-main/contract/jobs.ts'
import type { Workplace } from '../../unit/hosts/processes.ts'

/** An engagement file that is made through the whole main side, in this process. */
export class MainSide {
  readonly #application: Application
  #handle = ''

  private constructor(application: Application) {
    this.#application = application
  }

  /** Makes the file `name`, lets `work` fill it, closes it and says where it is. */
  static async make(workplace: Workplace, name: string, sample: boolean, work: (main: MainSide) => Promise<void>): Promise<string> {
    const main = new MainSide(
      new Application({ host: 'cli', places: { state: workplace.path('state'), documents: workplace.path('documents') } }),
    )
    const path = workplace.path(name)
    main.#handle = (await main.call('engagement.create', { path, client: 'Acme', sample })).handle
    await work(main)
    await main.#application.close()
    return path
  }

  /** Asks for something; a job is waited for. */
  async call<Name extends ProcedureName>(procedure: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const handle = this.#handle
    const answer = await this.#application.call({ procedure, input, ...(handle ? { handle } : {}) })
    if (procedures.get(procedure)?.kind !== 'job') return output<Name>(answer)
    const { job } = jobStarted.parse(answer)
    for (;;) {
      const state = jobState.parse(await this.#application.call({ procedure: 'jobs.get', handle, input: { job } }))
      if (state.state === 'done') return output<Name>(state.output)
      if (state.state !== 'running') throw new Error(`${procedure}: ${state.error?.sentence}`)
      await delay(5)
    }
  }
}

/** Validated at the door of the main side with the schema that this type is made from. */
const output = <Name extends ProcedureName>(answer: unknown) => answer as OutputOf<Name>
