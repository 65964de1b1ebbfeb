import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Session } from './session.ts'

type Outcome = 'done' | string

async function attempt(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

async function scopeOf(path: string, state: string): Promise<{ scope: string; problems: string[] }> {
  const session = new Session(state)
  try {
    await session.open(path)
    const { problems } = await session.call('engagement.check', {})
    return { scope: (await session.call('engagement.get', {})).scope, problems }
  } finally {
    await session.close()
  }
}

/** What happens to a file while it is open: who else does something with it, and where it is afterwards. */
const happenings: { name: string; happens: (path: string) => void; at: (path: string) => string[] }[] = [
  { name: 'moved', happens: (path) => renameSync(path, `${path}.moved`), at: (path) => [`${path}.moved`] },
  { name: 'deleted', happens: (path) => rmSync(path), at: () => [] },
  {
    name: 'replaced by a copy',
    happens(path) {
      copyFileSync(path, `${path}.copy`)
      renameSync(`${path}.copy`, path)
    },
    at: (path) => [path],
  },
]

/**
 * Two programs on one file, and a file that is moved, replaced or deleted while it is open: each edit is done and in a file that is there,
 * or refused with a code of the closed set; what is there is sound. Says what did not hold.
 */
export async function runFileHappenings({ rounds, sample }: { rounds: number; sample: string }): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-files-'))
  const faults: string[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, happens, at } of happenings) {
        const own = join(folder, `${round}-${name}`)
        mkdirSync(own)
        const path = join(own, 'a.aims')
        copyFileSync(sample, path)
        const session = new Session(join(own, 'state'))
        await session.open(path)
        await session.call('engagement.update', { scope: 'before' })
        happens(path)
        const outcome = await attempt(() => session.call('engagement.update', { scope: 'after' }))
        await session.close()
        if (outcome === 'internal') faults.push(`${name}: an internal error`)
        const found = await Promise.all(at(path).map((each) => scopeOf(each, join(own, 'after'))))
        faults.push(...found.flatMap(({ problems }) => problems).map((problem) => `${name}: ${problem}`))
        if (outcome === 'done' && at(path).length > 0 && !found.some(({ scope }) => scope === 'after'))
          faults.push(`${name}: an edit that was saved is gone`)
        if (existsSync(`${path}-journal`)) faults.push(`${name}: a journal is left`)
      }
      faults.push(...(await twoPrograms(join(folder, `${round}-two`), sample)))
    }
    return faults
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The second program is refused, or waits its turn: none of what was saved is lost. */
async function twoPrograms(folder: string, sample: string): Promise<string[]> {
  mkdirSync(folder)
  const path = join(folder, 'a.aims')
  copyFileSync(sample, path)
  const [one, other] = [new Session(join(folder, 'one')), new Session(join(folder, 'other'))]
  const said: Outcome[] = []
  try {
    await one.open(path)
    said.push(await attempt(() => other.open(path)))
    for (let turn = 1; turn <= 20; turn += 1) said.push(await attempt(() => one.call('engagement.update', { scope: `turn ${turn}` })))
  } finally {
    await one.close()
    await other.close()
  }
  const { scope, problems } = await scopeOf(path, join(folder, 'after'))
  return [
    ...said.filter((each) => each === 'internal').map(() => 'two programs: an internal error'),
    ...problems.map((problem) => `two programs: ${problem}`),
    ...(scope === 'turn 20' ? [] : [`two programs: the file says ${scope}`]),
  ]
}
