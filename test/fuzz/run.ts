import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { type Bases, makeBases } from './bases.ts'
import type { Mutation, MutationKind } from './mutation.ts'
import { mutations } from './mutations.ts'
import { Random } from './random.ts'

export interface RunOptions {
  /** The first number that the randomness comes from; each file has its own, one higher than the one before. */
  seed: number
  /** Files to try; the mutations take turns. */
  count: number
  kinds?: readonly MutationKind[]
  /** Milliseconds that one file may take. */
  limit?: number
  onFile?: (done: number) => void
}

/** A file that did harm, or came in unseen. `npm run soak` with this seed and a count of one makes it again. */
export interface Harm {
  mutation: string
  seed: number
  what: string
}

const answer = z.object({ opened: z.string(), problems: z.array(z.string()), failed: z.array(z.string()) })
type Answer = z.infer<typeof answer>

/** Changes files in all the ways there are, does with each what a person would, and says which did harm. */
export async function runMutations({ seed, count, kinds, limit = 10_000, onFile }: RunOptions): Promise<Harm[]> {
  const chosen = mutations.filter(({ kind }) => kinds === undefined || kinds.includes(kind))
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-fuzz-'))
  const probe = new Probe(limit)
  const harms: Harm[] = []
  try {
    const bases = await makeBases(join(folder, 'bases'))
    for (let index = 0; index < count; index += 1) {
      const mutation = chosen[(seed + index) % chosen.length]
      if (!mutation) break
      const what = await tryOne({ mutation, seed: seed + index, bases, folder: join(folder, String(index)), probe })
      if (what !== null) harms.push({ mutation: mutation.name, seed: seed + index, what })
      onFile?.(index + 1)
    }
    return harms
  } finally {
    probe.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Try {
  mutation: Mutation
  seed: number
  bases: Bases
  folder: string
  probe: Probe
}

async function tryOne({ mutation, seed, bases, folder, probe }: Try): Promise<string | null> {
  mkdirSync(folder)
  try {
    const random = new Random(seed)
    const isPackage = mutation.kind === 'package'
    const name = isPackage ? 'a.aimspack' : 'a.aims'
    const path = join(folder, name)
    copyFileSync(isPackage ? bases.package : bases.engagement, path)
    await mutation.apply(path, random)
    const before = hashOf(path)
    const told = await probe.ask(path, isPackage ? join(folder, 'unpacked.aims') : null)
    if (told === null) return 'it hangs'
    const beside = readdirSync(folder).filter((each) => each !== name && each !== 'unpacked.aims')
    return (
      harmOf(mutation, told) ??
      (hashOf(path) === before ? null : 'the file is another') ??
      (beside.length === 0 ? null : `left ${beside.join()}`)
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function harmOf({ expects }: Mutation, { opened, problems, failed }: Answer): string | null {
  const surprise = [opened, ...problems].find((each) => each.startsWith('internal')) ?? failed[0]
  if (surprise !== undefined) return surprise
  if (opened !== 'ok' || expects === 'unharmed') return null
  if (expects === 'refused') return 'it was opened'
  return problems.length > 0 ? null : 'the check found nothing'
}

/** The program that looks at files, begun anew after one that it cannot get over. */
class Probe {
  readonly #limit: number
  #child: ChildProcessByStdio<Writable, Readable, null> | undefined
  #lines: Interface | undefined

  constructor(limit: number) {
    this.#limit = limit
  }

  /** What it was told, or null where it did not come to an end. */
  async ask(path: string, unpackTo: string | null): Promise<Answer | null> {
    const lines = await this.#started()
    const line = once(lines, 'line', { signal: AbortSignal.timeout(this.#limit) })
    this.#child?.stdin.write(`${JSON.stringify({ path, unpackTo })}\n`)
    try {
      const [said] = await line
      return answer.parse(JSON.parse(String(said)))
    } catch {
      this.end()
      return null
    }
  }

  end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  /** Loading the program is not what is measured: it says a first line on a file that is not there. */
  async #started(): Promise<Interface> {
    if (this.#child && this.#lines) return this.#lines
    const child = spawn(process.execPath, [join(import.meta.dirname, 'probe.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout })
    child.stdin.write(`${JSON.stringify({ path: join(import.meta.dirname, 'none.aims'), unpackTo: null })}\n`)
    await once(lines, 'line')
    this.#child = child
    this.#lines = lines
    return lines
  }
}
