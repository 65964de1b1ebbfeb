import { z } from 'zod'

/**
 * query: reads and answers at once. mutation: one change of the engagement or of the application's own settings.
 * job: may take longer than 50 ms; runs off the main thread, reports progress and can be cancelled.
 */
export type ProcedureKind = 'query' | 'mutation' | 'job'

/** What a procedure works on: an open engagement, or the application itself. */
export type ProcedureScope = 'application' | 'engagement'

export interface Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  kind: ProcedureKind
  scope: ProcedureScope
  /** One line for the list of procedures on the command line. */
  summary: string
  input: Input
  output: Output
  /** Groups whose queries show something else after this procedure has run. */
  affects: readonly string[]
  /** The list query one of whose rows this answers anew: that row is put in its place, and the list is not asked for again. */
  row: string | null
  /** Schemas of fields whose content depends on what else the input says, such as the fields of a register's entry on the register. */
  narrow?(input: z.output<Input>): Record<string, z.ZodType>
  /** The change takes away or overwrites much at one stroke: whoever made it is told so, and offered to take it back at once. */
  offersUndo: boolean
}

export type Procedures = Record<string, Procedure>

type Builder = <Input extends z.ZodType, Output extends z.ZodType>(
  summary: string,
  input: Input,
  output: Output,
  affects?: readonly string[],
  options?: { row?: string | null; narrow?: (input: z.output<Input>) => Record<string, z.ZodType>; offersUndo?: boolean },
) => Procedure<Input, Output>

const builder =
  (kind: ProcedureKind, scope: ProcedureScope): Builder =>
  (summary, input, output, affects = [], { row = null, narrow, offersUndo = false } = {}) => ({
    kind,
    scope,
    summary,
    input,
    output,
    affects,
    row,
    ...(narrow ? { narrow } : {}),
    offersUndo,
  })

export const ofApplication = {
  query: builder('query', 'application'),
  mutation: builder('mutation', 'application'),
  job: builder('job', 'application'),
}

export const ofEngagement = {
  query: builder('query', 'engagement'),
  mutation: builder('mutation', 'engagement'),
  job: builder('job', 'engagement'),
}

export const nothing = z.object({}).strict()
export const done = z.object({})

/** UUIDv7, so that rows made in two copies of an engagement never collide. */
export const recordId = z.uuid()
/** A calendar day, ISO 8601 (2026-11-24). */
export const day = z.iso.date()
/** A day of something that has happened: the door refuses one that is still to come. */
export const pastDay = z.iso.date()
/** A moment in UTC, ISO 8601. */
export const moment = z.iso.datetime()
/** A moment of something that has happened: the door refuses one of a day that is still to come. */
export const pastMoment = z.iso.datetime()
/** Where a file is, or is to be; the door refuses what no system takes for a path. */
export const filePath = z.string().min(1)
/** What a package is encrypted with; blanks are as good as any other character. */
export const passphrase = z.string().min(1).max(1000)
/** Free text as typed; an empty string means that nothing was written. */
export const freeText = z.string().max(100_000)
export const shortText = z.string().max(500)
/** A name that is given once, in a dialog or as an option: spaces alone are none. Not for a field that is saved while someone types. */
export const givenName = shortText.trim().min(1)
