import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from '../fuzz/random.ts'
import { runMutations } from '../fuzz/run.ts'
import { runFullDisks } from './disks.ts'
import { runFileHappenings } from './files.ts'
import { runKills } from './kills.ts'
import { Session } from './session.ts'

/**
 * `npm run soak`: the long run against damage. 10,000 altered engagement files and packages, 1,000 programs killed in the middle of what they
 * do, full disks, two programs on one file, and files that are moved, replaced or deleted while they are open. `-- --short` is a hundredth of
 * it; `-- --seed N` repeats a run; `-- --only kills` runs one part.
 */
const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
})
const seed = Number(values.seed)
const amounts = values.short ? { mutations: 100, kills: 18, disks: 1, files: 1 } : { mutations: 10_000, kills: 1000, disks: 20, files: 50 }

const every = (step: number, what: string) => (done: number) => {
  if (done % step === 0) console.log(`  ${done} ${what}`)
}

async function withSample<Result>(work: (sample: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-soak-'))
  try {
    const sample = join(folder, 'sample.aims')
    const session = new Session(join(folder, 'state'))
    await session.create(sample, true)
    await session.close()
    return await work(sample)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const parts: Record<string, () => Promise<string[] | null>> = {
  async mutations() {
    const harms = await runMutations({ seed, count: amounts.mutations, onFile: every(500, 'altered files') })
    return harms.map(({ mutation, seed: from, what }) => `seed ${from}, ${mutation}: ${what}`)
  },
  kills: () => runKills({ count: amounts.kills, random: new Random(seed), onKill: every(50, 'kills') }),
  disks: () => withSample((sample) => runFullDisks({ rounds: amounts.disks, random: new Random(seed), sample })),
  files: () => withSample((sample) => runFileHappenings({ rounds: amounts.files, sample })),
}

let count = 0
for (const [name, run] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue
  console.log(`${name} …`)
  const began = performance.now()
  const faults = await run()
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    faults === null ? `left out ${name}: this machine lets nobody mount a disk` : `${name}: ${faults.length} faults in ${seconds} s`,
  )
  for (const fault of faults ?? []) console.log(`  ${fault}`)
  count += faults?.length ?? 0
}
console.log(count === 0 ? 'Nothing was lost.' : `${count} faults. The seed was ${seed}.`)
process.exitCode = count === 0 ? 0 : 1
