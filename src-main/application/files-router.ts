import { type Dirent, mkdirSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import type { filesContract } from '../contract/files.ts'
import type { Handlers } from '../engagement/context.ts'
import { pathError } from '../engagement/inspect.ts'
import type { ApplicationContext } from './context.ts'

function describe(folder: string, entry: Dirent) {
  const path = join(folder, entry.name)
  try {
    const { size, mtime } = statSync(path)
    return [{ name: entry.name, path, folder: entry.isDirectory(), size, changedAt: mtime.toISOString() }]
  } catch {
    // A link that leads nowhere, or a file that went away just now, cannot be chosen.
    return []
  }
}

export const filesRouter: Handlers<typeof filesContract, ApplicationContext> = {
  list({ places }, { folder: asked, extensions }) {
    const folder = resolve(asked ?? places.documents)
    try {
      if (asked === undefined) mkdirSync(folder, { recursive: true })
      const wanted = (entry: Dirent) =>
        !entry.name.startsWith('.') &&
        (entry.isDirectory() || extensions.length === 0 || extensions.includes(extname(entry.name).slice(1).toLowerCase()))
      const entries = readdirSync(folder, { withFileTypes: true })
        .filter(wanted)
        .flatMap((entry) => describe(folder, entry))
        .sort((a, b) => Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name, undefined, { numeric: true }))
      const parent = dirname(folder)
      return { folder, parent: parent === folder ? null : parent, home: homedir(), entries }
    } catch (error) {
      throw pathError(folder, error)
    }
  },
}
