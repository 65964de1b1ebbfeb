/** What a long piece of work tells, and is told, while it runs. */
export interface Progress {
  /** Share done, 0 to 1, and what is being done, in words. */
  report(share: number, step: string): void
  signal: AbortSignal
}

/** Work that runs off the main thread: it opens what it needs by path, and takes and gives plain data. */
export type Task<Input, Output> = (input: Input, progress: Progress) => Promise<Output>

/**
 * Every task by its name. A task adds itself where it is written (`declare module`), and worker/tasks.ts loads each of them: so a module can
 * have a task run without knowing the worker, and the worker is the only place that knows them all.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the tasks themselves
export interface TaskTypes {}

export type TaskName = keyof TaskTypes & string
export type TaskInput<Name extends TaskName> = TaskTypes[Name] extends Task<infer Input, infer _> ? Input : never
export type TaskOutput<Name extends TaskName> = TaskTypes[Name] extends Task<infer _, infer Output> ? Output : never

/** Runs a task in a thread of its own. */
export type Run = <Name extends TaskName>(name: Name, input: TaskInput<Name>, progress: Progress) => Promise<TaskOutput<Name>>
