import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { resourceFolder } from '../resources.ts'

export const projectFolder = () => join(resourceFolder(), '..')

const sources = ['src-main/**/*.ts', 'src-renderer/**/*.*', 'electron.vite.config.ts', 'package.json']
const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

const changedAt = (path: string) => statSync(path).mtimeMs

/** Whether each part of the program was built, and after the last change of any source. */
function isBuilt(): boolean {
  const outputs = built.map((path) => join(projectFolder(), path))
  if (!outputs.every(existsSync)) return false
  const newest = Math.max(...globSync(sources, { cwd: projectFolder() }).map((path) => changedAt(join(projectFolder(), path))))
  return Math.min(...outputs.map(changedAt)) >= newest
}

/** Builds the program where it is not built already. @throws with the words of the build tool where it cannot be built. */
export async function buildWhereNeeded(): Promise<void> {
  if (isBuilt()) return
  const tool = join(dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin', 'electron-vite.js')
  const child = spawn(process.execPath, [tool, 'build'], { cwd: projectFolder(), stdio: ['ignore', 'pipe', 'pipe'] })
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => words.push(part))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(words.join(''))
}
