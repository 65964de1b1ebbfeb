import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { reportError } from '../language/text.ts'
import { isTaskName, runTask } from './tasks.ts'

const assignment = z.object({ name: z.custom<Parameters<typeof runTask>[0]>(isTaskName), input: z.unknown() })

/** The far end of run.ts: does one task in this thread, and says how it goes. */
async function work(): Promise<void> {
  const controller = new AbortController()
  parentPort?.once('message', () => controller.abort())
  const { name, input } = assignment.parse(workerData)
  const report = (share: number, step: string) => parentPort?.postMessage({ kind: 'progress', share, step })
  try {
    const output = await runTask(name, input, { report, signal: controller.signal })
    parentPort?.postMessage({ kind: 'done', output })
  } catch (error) {
    parentPort?.postMessage({ kind: 'failed', error: reportError(error) })
  }
}

await work()
