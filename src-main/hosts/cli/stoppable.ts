import { setTimeout as wait } from 'node:timers/promises'
import { RemoteApplication } from '../../application/remote.ts'
import { FieldbookError } from '../../contract/errors.ts'

type Signal = 'SIGINT' | 'SIGTERM'
const signals: readonly Signal[] = ['SIGINT', 'SIGTERM']

/** How long work may take to stop and to remove what it had begun to write, in milliseconds. */
const patience = 4500

/**
 * The application for one command, in a thread of its own, so that a signal is heard whatever the work is busy with. The first signal asks
 * the work to stop; what does not stop in time, and a second signal, end the process as signals do.
 */
export class StoppableApplication {
  #application: RemoteApplication | undefined
  #isStopping = false
  /** Entries that what was answered is without, each in a sentence. */
  readonly leftOut = new Set<string>()
  readonly #stop = (signal: Signal) => void this.#end(signal)

  /** Answers a call as the application itself does. @throws FieldbookError */
  async call(envelope: unknown): Promise<unknown> {
    this.#application ??= this.#start()
    const answer = await this.#application.call(envelope)
    if (answer.ok) {
      for (const sentence of answer.leftOut ?? []) this.leftOut.add(sentence)
      return answer.output
    }
    if (this.#isStopping) throw new FieldbookError('cancelled')
    throw new FieldbookError(answer.error.code, answer.error.details)
  }

  async close(): Promise<void> {
    await this.#application?.close()
    for (const signal of signals) process.off(signal, this.#stop)
  }

  #start(): RemoteApplication {
    for (const signal of signals) process.on(signal, this.#stop)
    return new RemoteApplication({ host: 'cli' })
  }

  async #end(signal: Signal): Promise<void> {
    if (!this.#isStopping) {
      this.#isStopping = true
      const isClosed = await Promise.race([this.#application?.close().then(() => true), wait(patience, false, { ref: false })])
      if (isClosed === true) return
    }
    for (const each of signals) process.off(each, this.#stop)
    process.kill(process.pid, signal)
  }
}
