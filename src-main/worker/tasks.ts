import type { Progress, Task, TaskName, TaskTypes } from '../task/task.ts'

/** A thread loads the code of the one task that it does: most of them need a fraction of what all need together. */
const loaded =
  <Input, Output>(load: () => Promise<Task<Input, Output>>): Task<Input, Output> =>
  async (input, progress) =>
    (await load())(input, progress)

/** Everything that runs off the main thread: the type asks for each task that has added itself to `TaskTypes`, under its name. */
const tasks: TaskTypes = {
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

export const isTaskName = (name: unknown): name is TaskName => typeof name === 'string' && Object.hasOwn(tasks, name)

/** Runs a task here, in this thread. The input is what run.ts sent, typed there by the task itself. */
export function runTask(name: TaskName, input: unknown, progress: Progress): Promise<unknown> {
  const task: (input: never, progress: Progress) => Promise<unknown> = tasks[name]
  return task(input as never, progress)
}
