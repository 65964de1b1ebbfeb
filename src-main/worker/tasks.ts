import { previewReport, writeReport } from '../documents/tasks/write.ts'
import type { Progress } from '../engagement/context.ts'
import { checkFile } from '../engagement/tasks/check.ts'
import { copyFile } from '../engagement/tasks/copy.ts'
import { readImport } from '../inventory/tasks/read-import.ts'
import { pack } from '../transfer/tasks/pack.ts'
import { inspect, unpack } from '../transfer/tasks/unpack.ts'

/** Everything that runs off the main thread, by name. A task opens what it needs by path and gets plain data only. */
const tasks = {
  'engagement.check': checkFile,
  'engagement.copy': copyFile,
  'documents.write': writeReport,
  'documents.preview': previewReport,
  'inventory.readImport': readImport,
  'transfer.pack': pack,
  'transfer.inspect': inspect,
  'transfer.unpack': unpack,
}

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0]
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>

export const isTaskName = (name: unknown): name is TaskName => typeof name === 'string' && name in tasks

/** Runs a task here, in this thread. The input is what run.ts sent, typed there by the task itself. */
export function runTask(name: TaskName, input: unknown, progress: Progress): Promise<unknown> {
  const task: (input: never, progress: Progress) => Promise<unknown> = tasks[name]
  return task(input as never, progress)
}
