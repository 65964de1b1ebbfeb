import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FieldbookError } from '../../src-main/contract/errors.ts'
import type { Random } from '../fuzz/random.ts'
import { removeDisk, smallDisk } from '../unit/small-disk.ts'
import { operations } from './operations.ts'
import { Session } from './session.ts'
import { faultsAfter } from './verify.ts'

/** Fills what is left of a disk but for some kilobytes. */
function fill(folder: string, path: string, megabytes: number, left: number): void {
  const used = statSync(path).size
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(Math.max(0, megabytes * 1024 * 1024 - used - left * 1024)))
}

/**
 * Does each operation on a disk that is full after some kilobytes: it ends with a sentence, and the engagement is as sound as before. Says
 * what did not hold; null where this machine lets nobody mount a disk.
 */
export async function runFullDisks({
  rounds,
  random,
  sample,
}: {
  rounds: number
  random: Random
  sample: string
}): Promise<string[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-disks-'))
  const faults: string[] = []
  const stopped = new Set<string>()
  const megabytes = Math.ceil(statSync(sample).size / 1024 / 1024) + 3
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const operation of operations) {
        const disk = join(folder, `${operation.name}-${round}`)
        if (!smallDisk(disk, megabytes)) return null
        const place = { file: join(disk, 'a.aims'), folder: disk }
        const session = new Session(join(folder, 'state', operation.name, String(round)))
        let turns = 0
        try {
          copyFileSync(sample, place.file)
          await session.open(place.file)
          fill(disk, place.file, megabytes, random.below(600))
          for (turns = 0; turns < 30; turns += 1) await operation.run(session, place, turns + 1)
        } catch (error) {
          stopped.add(operation.name)
          const isExpected =
            error instanceof FieldbookError
              ? error.code !== 'internal'
              : error instanceof Error && 'code' in error && error.code === 'ENOSPC'
          if (!isExpected) faults.push(`full disk, ${operation.name}: ${error instanceof Error ? error.message : String(error)}`)
        } finally {
          await session.close()
        }
        rmSync(join(disk, 'ballast'), { force: true })
        const found = await faultsAfter(operation, place, { turns, state: join(folder, 'after', operation.name, String(round)) })
        faults.push(...found.map((fault) => `full disk, ${operation.name}: ${fault}`))
        removeDisk(disk)
      }
    }
    // A disk that stopped nothing has shown nothing.
    if (stopped.size < operations.length / 2) faults.push(`only ${[...stopped].join(', ')} came to the end of a disk`)
    return faults
  } finally {
    for (const { name } of operations) for (let round = 0; round < rounds; round += 1) removeDisk(join(folder, `${name}-${round}`))
    rmSync(folder, { recursive: true, force: true })
  }
}
