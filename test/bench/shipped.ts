import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import type { Request, StartOptions } from '../../src-main/application/thread-messages.ts'
import { reply } from '../../src-main/application/thread-messages.ts'
import { projectFolder } from '../../src-main/hosts/build.ts'
import { leanHeap } from '../../src-main/worker/run.ts'
import type { Size } from './measure.ts'
import { stateIn } from './processes.ts'

/** What the measured process does besides: it hands messages on, and says at the end how much memory it ever had, in kilobytes. */
const relay = `
const { Worker } = require('node:worker_threads')
const [, entry, options] = process.argv
const application = new Worker(entry, { ...JSON.parse(options), execArgv: [] })
process.on('message', (message) => application.postMessage(message))
application.on('message', (message) => process.send(message))
application.on('error', (error) => { throw error })
application.on('exit', () => process.send({ kind: 'memory', most: process.resourceUsage().maxRSS }, () => process.disconnect()))
`

const lastWord = z.object({ kind: z.literal('memory'), most: z.number() })

/** The main side as the desktop runs it: built, its application in a thread with the same limits, in a process that has nothing else to do. */
export class ShippedApplication {
  /** As the window asks: a thousand questions a second would be seen in the memory. */
  readonly pause = 120
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()
  #calls = 0
  #most = 0

  constructor({ folder }: Size) {
    const entry = join(projectFolder(), 'out', 'main', 'application.js')
    const options = { workerData: { host: 'cli' } satisfies StartOptions, resourceLimits: leanHeap }
    this.#process = spawn(process.execPath, ['-e', relay, entry, JSON.stringify(options)], {
      cwd: folder,
      env: { ...process.env, ...stateIn(folder) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    })
    this.#process.on('message', (message) => this.#receive(message))
    this.#process.on('exit', (code) => this.#fail(new Error(`the program ended with ${code}`)))
  }

  call(envelope: unknown): Promise<unknown> {
    const id = ++this.#calls
    const waiting = Promise.withResolvers<unknown>()
    this.#waiting.set(id, waiting)
    this.#send({ kind: 'call', id, envelope })
    return waiting.promise
  }

  /** Ends the program. Answers the most resident memory that the whole process ever had, in bytes. */
  async close(): Promise<number> {
    const ended = once(this.#process, 'exit')
    this.#send({ kind: 'close' })
    await ended
    return this.#most * 1024
  }

  #send(message: Request): void {
    this.#process.send(message)
  }

  #receive(message: unknown): void {
    const last = lastWord.safeParse(message).data
    if (last) this.#most = last.most
    const received = reply.safeParse(message).data
    if (received?.kind !== 'answer') return
    const waiting = this.#waiting.get(received.id)
    this.#waiting.delete(received.id)
    if (received.answer.ok) waiting?.resolve(received.answer.output)
    else waiting?.reject(new Error(received.answer.error.sentence))
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
