import { z } from 'zod'
import { callAnswer } from '../contract/host.ts'

/** What the window's side sends to the application's thread. */
export const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.number(), envelope: z.unknown() }),
  z.object({ kind: z.literal('close') }),
])
export type Request = z.infer<typeof request>

/** What comes back: one answer for each call, and a last word when every file is closed. */
export const reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number(), answer: callAnswer }),
  z.object({ kind: z.literal('closed') }),
])
export type Reply = z.infer<typeof reply>

export const startOptions = z.object({ host: z.enum(['electron', 'browser', 'cli']) })
export type StartOptions = z.infer<typeof startOptions>
