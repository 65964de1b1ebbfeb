import { z } from 'zod'
import { errorReport } from './errors.ts'
import type { CallEnvelope } from './index.ts'

/**
 * How every host answers a call: with the procedure's output, or with what a person is told. `leftOut` names entries of the engagement
 * that the output is without, because they hold what the program does not know.
 */
export const callAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), output: z.unknown(), leftOut: z.array(z.string()).optional() }),
  z.object({ ok: z.literal(false), error: errorReport }),
])
export type CallAnswer = z.infer<typeof callAnswer>

/**
 * The browser host. The address that it opens carries a token that works once; the page posts it to `sessionPath` in the `tokenHeader`,
 * gets the token of a session, keeps that one for reloads (sessionStorage), takes the used one out of the address, and sends its own
 * with each call to `callPath`. A status other than 200 means that the host does not know the page: the address was used already, or
 * the program was started anew.
 */
export const callPath = '/call'
export const sessionPath = '/session'
export const tokenHeader = 'x-fieldbook-token'
export const tokenParameter = 'token'
/** In the address: an engagement or package to open at once. */
export const fileParameter = 'file'

export const sessionStarted = z.object({ token: z.string() })

const extension = z.string().regex(/^[a-z0-9]{1,10}$/)

/** What a system's dialog is asked for; the extensions are without their dot, and none is any file. */
export const fileQuestion = z.object({
  title: z.string().max(200),
  kind: z.string().max(100),
  extensions: z.array(extension).max(10),
})
export type FileQuestion = z.infer<typeof fileQuestion>

export const savePathQuestion = fileQuestion.extend({ suggested: z.string().max(4000) })
export type SavePathQuestion = z.infer<typeof savePathQuestion>

/** What the desktop's window finds as `window.fieldbook`. A browser has none of it and asks the same over HTTP. */
export interface DesktopBridge {
  call(envelope: CallEnvelope): Promise<CallAnswer>
  /** Path of an existing file, or null when the person changed their mind. */
  chooseFile(question: FileQuestion): Promise<string | null>
  /** Paths of existing files, none when the person changed their mind. */
  chooseFiles(question: FileQuestion): Promise<string[]>
  /** Path for a new file; the system has asked before it names one that is there already. */
  chooseSavePath(question: SavePathQuestion): Promise<string | null>
  /** Shows a file in its folder. */
  revealFile(path: string): Promise<void>
  /** Opens a document, or the copy of an attachment, in the program that the system has for it. */
  openFile(path: string): Promise<void>
  /** Hears of each file that the system asks to open; returns what ends the listening. */
  onOpenFile(listener: (path: string) => void): () => void
}
