import type { CallAnswer } from '../contract/host.ts'
import { reportError } from '../language/text.ts'

/** Turns a call into what goes back to the window: the output, or the report of the error. Never rejects. */
export async function answer(call: Promise<unknown>): Promise<CallAnswer> {
  try {
    return { ok: true, output: await call }
  } catch (error) {
    return { ok: false, error: reportError(error) }
  }
}
