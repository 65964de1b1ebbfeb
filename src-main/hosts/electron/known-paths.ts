import { normalize } from 'node:path'
import { z } from 'zod'
import type { CallAnswer } from '../../contract/host.ts'

/** A job that ended with a file: a document, a dossier, a package, the copy of an attachment. */
const made = z.object({ ok: z.literal(true), output: z.object({ state: z.literal('done'), output: z.object({ path: z.string() }) }) })

/** `\\host\share`, in each way of writing it: asking the system for such a path sends the person's name and a proof of their password to that host. */
const isOnNetwork = (path: string) => /^[\\/]{2}/.test(path)

/**
 * The paths that another program may be shown: those that a person chose in a dialog, and those that the main side says it has made. The
 * page itself names no others.
 */
export class KnownPaths {
  readonly #paths = new Set<string>()

  add(...paths: readonly (string | null)[]): void {
    for (const path of paths) if (path !== null) this.#paths.add(normalize(path))
  }

  /** Hears what the main side answered. */
  hear(answer: CallAnswer): void {
    const found = made.safeParse(answer)
    if (found.success) this.add(found.data.output.output.path)
  }

  has(path: string): boolean {
    return !isOnNetwork(path) && this.#paths.has(normalize(path))
  }
}
