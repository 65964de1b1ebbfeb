import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** How long the fetch of Electron's program may take, in milliseconds; without a network it fails at once. */
const patience = 60_000

/** The package is only looked at: importing it would fetch the program. */
const folder = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** Path of Electron's program on this machine, or null where it was not fetched yet. */
export function electronProgram(): string | null {
  const named = join(folder(), 'path.txt')
  if (!existsSync(named)) return null
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder(), 'dist'), readFileSync(named, 'utf8').trim())
  return existsSync(path) ? path : null
}

/** Fetches Electron's program with the package's own script; null where that fails or takes too long. */
export async function fetchElectronProgram(): Promise<string | null> {
  const child = spawn(process.execPath, [join(folder(), 'install.js')], { stdio: 'ignore', timeout: patience, killSignal: 'SIGKILL' })
  await new Promise((resolve) => child.on('close', resolve).on('error', resolve))
  return electronProgram()
}
