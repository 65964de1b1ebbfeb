import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { recentEngagement } from '../contract/engagement.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readInfo } from '../engagement/router.ts'
import { Remembered } from './remembered.ts'

const remembered = recentEngagement.omit({ missing: true })
type Entry = z.infer<typeof remembered>

const longest = 50

/** The engagements opened on this machine, newest first. */
export class RecentList {
  readonly #file: Remembered<z.ZodArray<typeof remembered>>

  constructor(stateFolder: string) {
    this.#file = new Remembered(join(stateFolder, 'recent.json'), z.array(remembered), [])
  }

  list(): z.infer<typeof recentEngagement>[] {
    return this.#file.read().map((entry) => ({ ...entry, missing: !existsSync(entry.path) }))
  }

  /** Puts an engagement on top, or renews what is known of it; the place where the consultant left off stays. */
  note(file: EngagementFile, route?: string): void {
    const entries = this.#file.read()
    const known = entries.find((entry) => entry.path === file.path)
    const info = readInfo(file)
    const entry: Entry = {
      path: file.path,
      client: info.engagement.client,
      title: info.engagement.title,
      openedAt: route === undefined ? new Date().toISOString() : (known?.openedAt ?? new Date().toISOString()),
      changedAt: info.lastChange?.at ?? null,
      progress: info.judged / (info.requirements + info.controls),
      route: route ?? known?.route ?? '',
    }
    this.#file.write([entry, ...entries.filter(({ path }) => path !== file.path)].slice(0, longest))
  }

  forget(path: string): void {
    this.#file.write(this.#file.read().filter((entry) => entry.path !== path))
  }
}
