import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { resourceFolder } from './resources.ts'

const manifest = z.object({ version: z.string() })

/** Version of this program, from package.json, which is shipped beside the resources. */
export function applicationVersion(): string {
  return manifest.parse(JSON.parse(readFileSync(join(resourceFolder(), '..', 'package.json'), 'utf8'))).version
}
