import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Size } from './measure.ts'

const mainOf = (name: string) => join(import.meta.dirname, '../../src-main/hosts', name, 'main.ts')
export const browserHost = mainOf('browser')
export const commandLine = mainOf('cli')

export type Program = ChildProcessByStdio<null, Readable, null>

/** Starts a Node program with state of its own. What it needed of memory can be read with memoryOf() when it has ended. */
export function startNode({ folder }: Size, words: string[]): Program {
  const preload = join(import.meta.dirname, 'report-memory.ts')
  return spawn(process.execPath, ['--import', preload, ...words], {
    cwd: folder,
    env: { ...process.env, ...stateIn(folder), FIELDBOOK_BENCH_MEMORY: memoryFile(folder) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** The same for a bare program, of which nobody asks the memory. */
export function startBare({ folder }: Size, words: string[]): Program {
  return spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
}

export async function firstLine(program: Program): Promise<string> {
  const [line] = await once(createInterface({ input: program.stdout }), 'line')
  return String(line)
}

/** Waits until a program has ended well. */
export async function ended(program: ChildProcess): Promise<void> {
  program.stdout?.resume()
  const [code] = program.exitCode === null ? await once(program, 'exit') : [program.exitCode]
  if (code !== 0) throw new Error(`${program.spawnargs.join(' ')} ended with ${code}`)
}

export const memoryOf = ({ folder }: Size) => Number(readFileSync(memoryFile(folder), 'utf8'))

const memoryFile = (folder: string) => join(folder, 'memory.txt')
export const stateIn = (folder: string) => ({ FIELDBOOK_HOME: join(folder, 'state'), FIELDBOOK_DOCUMENTS: folder })
