import { Worker } from 'node:worker_threads'
import type { CallAnswer } from '../contract/host.ts'
import { reportError, text } from '../language/text.ts'
import { leanHeap } from '../worker/run.ts'
import { type Request, reply, type StartOptions } from './thread-messages.ts'

/** From source the thread runs the source; in a bundle it is a file beside the bundle. */
const entry = import.meta.url.endsWith('.ts') ? new URL('./thread.ts', import.meta.url) : new URL('./application.js', import.meta.url)

/** The application in a thread of its own, seen from the thread of the window. */
export class RemoteApplication {
  readonly #worker: Worker
  readonly #waiting = new Map<number, (answer: CallAnswer) => void>()
  readonly #ended: Promise<void>
  #calls = 0
  #failure: Error | undefined

  constructor(options: StartOptions) {
    this.#worker = new Worker(entry, { workerData: options, resourceLimits: leanHeap })
    this.#worker.on('message', (raw) => this.#receive(raw))
    this.#ended = new Promise((resolve) => {
      this.#worker.on('error', (error) => this.#fail(error))
      this.#worker.on('exit', () => {
        this.#fail(new Error(text('application:ended')))
        resolve()
      })
    })
  }

  /** Never rejects: a call that cannot be answered any more is answered with what went wrong. */
  call(envelope: unknown): Promise<CallAnswer> {
    if (this.#failure) return Promise.resolve({ ok: false, error: reportError(this.#failure) })
    const id = ++this.#calls
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#send({ kind: 'call', id, envelope })
    })
  }

  /** Stops what runs, closes every file and ends the thread. */
  async close(): Promise<void> {
    this.#send({ kind: 'close' })
    await this.#ended
  }

  #send(message: Request): void {
    this.#worker.postMessage(message)
  }

  #receive(raw: unknown): void {
    const received = reply.parse(raw)
    if (received.kind !== 'answer') return
    this.#waiting.get(received.id)?.(received.answer)
    this.#waiting.delete(received.id)
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const resolve of this.#waiting.values()) resolve({ ok: false, error: reportError(this.#failure) })
    this.#waiting.clear()
  }
}
