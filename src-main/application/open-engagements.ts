import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OpenedEngagement } from '../contract/engagement.ts'
import { FieldbookError } from '../contract/errors.ts'
import { EngagementFile, type Who } from '../engagement/file.ts'
import { pathError } from '../engagement/inspect.ts'
import { refuseLongDatabasePath } from '../engagement/paths.ts'
import { readEngagement } from '../engagement/queries.ts'

interface Open {
  handle: string
  file: EngagementFile
  /** Device and inode: the same file under another path is still the same file. */
  identity: string
}

function identify(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    throw pathError(path, error)
  }
}

/** The engagement files that this process holds open. */
export class OpenEngagements {
  readonly #open = new Map<string, Open>()

  /** Opens a file, or gives the one that is open already: two windows of this program may share it. */
  open(given: string, who: Who, copies: string): OpenedEngagement {
    const path = resolve(given)
    refuseLongDatabasePath(path)
    return this.#known(path, () => EngagementFile.open(path, who, copies))
  }

  /** The engagement of a package, opened to read; `unpacked` is a copy of it that nobody else has. */
  openUnpacked(path: string, unpacked: string, who: Who): OpenedEngagement {
    return this.#known(path, () => EngagementFile.openCopy(path, unpacked, who, 'package'))
  }

  #known(path: string, open: () => EngagementFile): OpenedEngagement {
    const identity = identify(path)
    const known = [...this.#open.values()].find((entry) => entry.identity === identity)
    if (known) return describe(known)
    const entry: Open = { handle: randomUUID(), file: open(), identity }
    this.#open.set(entry.handle, entry)
    return describe(entry)
  }

  file(handle: string | undefined): EngagementFile {
    const entry = this.#open.get(handle ?? '')
    if (!entry) throw new FieldbookError('no-engagement-open')
    return entry.file
  }

  /** The file of this name, where it is open. */
  find(handle: string): EngagementFile | undefined {
    return this.#open.get(handle)?.file
  }

  close(handle: string): void {
    this.#open.get(handle)?.file.close()
    this.#open.delete(handle)
  }

  closeAll(): void {
    for (const handle of this.#open.keys()) this.close(handle)
  }
}

function describe({ handle, file }: Open): OpenedEngagement {
  const { client, title } = readEngagement(file)
  return { handle, path: file.path, client, title, readOnly: file.readOnly }
}
