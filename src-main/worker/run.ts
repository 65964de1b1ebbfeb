import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { errorReport, FieldbookError } from '../contract/errors.ts'
import type { Run, TaskOutput } from '../task/task.ts'

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), share: z.number(), step: z.string() }),
  z.object({ kind: z.literal('done'), output: z.unknown() }),
  z.object({ kind: z.literal('failed'), error: errorReport }),
])

/** From source the thread runs the source; in a bundle it is a file beside the bundle. */
const entry = import.meta.url.endsWith('.ts') ? new URL('./entry.ts', import.meta.url) : new URL('./worker.js', import.meta.url)

/**
 * V8 lets a heap grow by as much as the machine has, and collects sooner in one that may have less: what a thread takes falls by a third at
 * the same speed. In megabytes.
 */
export const leanHeap = { maxYoungGenerationSizeMb: 8 }
/** No task comes near this; it is there for the pace. */
const leanTask = { ...leanHeap, maxOldGenerationSizeMb: 1024 }

/** How long a task may take to clean up after it was cancelled, in milliseconds. */
const patience = 3000

/** Runs tasks in threads; a cancelled task gets time to remove what it had begun to write. */
export const runInThread: Run = (name, input, progress) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: { name, input }, resourceLimits: leanTask })
    const cancel = () => {
      worker.postMessage('cancel')
      setTimeout(abandon, patience).unref()
    }
    // A thread that is busy outside of JavaScript ends when it comes back, if it ever does: nobody waits for that.
    const abandon = () => {
      finish()
      worker.unref()
      reject(new FieldbookError('cancelled'))
    }
    const finish = () => {
      progress.signal.removeEventListener('abort', cancel)
      void worker.terminate()
    }
    progress.signal.addEventListener('abort', cancel, { once: true })
    if (progress.signal.aborted) cancel()
    worker.on('message', (raw) => {
      const received = message.parse(raw)
      if (received.kind === 'progress') return progress.report(received.share, received.step)
      finish()
      // The task's type names what its thread sends.
      if (received.kind === 'done') resolve(received.output as TaskOutput<typeof name>)
      else reject(new FieldbookError(received.error.code, received.error.details))
    })
    worker.on('error', (error) => {
      finish()
      reject(error)
    })
    worker.on('exit', () => {
      finish()
      reject(new FieldbookError('cancelled'))
    })
  })
