import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

let found: string | undefined

/**
 * The folder of content, languages and fonts: `resources` in the nearest parent folder, which holds from source and from the built
 * bundle alike.
 */
export function resourceFolder(): string {
  found ??= search(import.meta.dirname)
  return found
}

function search(folder: string): string {
  const candidate = join(folder, 'resources')
  if (existsSync(join(candidate, 'languages'))) return candidate
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The resources folder is missing: the program is not installed whole.')
  return search(parent)
}
