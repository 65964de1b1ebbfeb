import type { Progress } from '../engagement/context.ts'

type Task<Input, Output> = (input: Input, progress: Progress) => Promise<Output>

/** A thread loads the code of the one task that it does: most of them need a fraction of what all need together. */
const loaded =
  <Input, Output>(load: () => Promise<Task<Input, Output>>): Task<Input, Output> =>
  async (input, progress) =>
    (await load())(input, progress)

/** Everything that runs off the main thread, by name. A task opens what it needs by path and gets plain data only. */
const tasks = {
  'engagement.check': loaded(async () => (await import('../engagement/tasks/check.ts')).checkFile),
  'engagement.copy': loaded(async () => (await import('../engagement/tasks/copy.ts')).copyFile),
  'engagement.writeAttachment': loaded(async () => (await import('../engagement/tasks/attachment.ts')).writeAttachment),
  'documents.write': loaded(async () => (await import('../documents/tasks/write.ts')).writeReport),
  'documents.preview': loaded(async () => (await import('../documents/tasks/write.ts')).previewReport),
  'documents.writeMany': loaded(async () => (await import('../documents/tasks/write-many.ts')).writeMany),
  'documents.verifyMany': loaded(async () => (await import('../documents/tasks/write-many.ts')).verifyMany),
  'documents.writeBook': loaded(async () => (await import('../documents/tasks/write-book.ts')).writeBook),
  'dossier.writeEvidence': loaded(async () => (await import('../dossier/tasks/write-evidence.ts')).writeEvidence),
  'dossier.seal': loaded(async () => (await import('../dossier/tasks/seal.ts')).sealDossier),
  'inventory.readImport': loaded(async () => (await import('../inventory/tasks/read-import.ts')).readImport),
  'inventory.writeList': loaded(async () => (await import('../inventory/tasks/write-list.ts')).writeList),
  'transfer.pack': loaded(async () => (await import('../transfer/tasks/pack.ts')).pack),
  'transfer.inspect': loaded(async () => (await import('../transfer/tasks/unpack.ts')).inspect),
  'transfer.unpack': loaded(async () => (await import('../transfer/tasks/unpack.ts')).unpack),
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
