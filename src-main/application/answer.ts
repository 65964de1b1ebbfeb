import type { CallAnswer } from '../contract/host.ts'
import { reportError } from '../language/text.ts'
import type { Application } from './application.ts'

/** Sentences about what was left out that one answer carries; the check of the file names more. */
const mostNamed = 20

/** Answers a call as it goes back to the window: with the output, or with the report of the error. Never rejects. */
export async function answer(application: Pick<Application, 'call' | 'leftOut'>, envelope: unknown): Promise<CallAnswer> {
  try {
    const output = await application.call(envelope)
    const leftOut = application.leftOut(envelope)
    return leftOut.length === 0 ? { ok: true, output } : { ok: true, output, leftOut: leftOut.slice(0, mostNamed) }
  } catch (error) {
    return { ok: false, error: reportError(error) }
  }
}
