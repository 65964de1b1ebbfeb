import { randomBytes } from 'node:crypto'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPackage } from '../../src-main/transfer/package/read.ts'
import { writePackage } from '../../src-main/transfer/package/write.ts'

const megabyte = 1024 * 1024

export interface PackageMeasure {
  what: 'pack' | 'unpack'
  encrypted: boolean
  seconds: number
  /** Megabytes per second of the engagement. */
  rate: number
  /** Most memory beyond that at the start, in megabytes: what grows with the size of the engagement would show here. */
  memory: number
}

/** A file of `size` megabytes, of which every eighth is random and the others are zero, as in an engagement with large attachments. */
function writeSource(path: string, size: number): void {
  const file = openSync(path, 'w')
  ftruncateSync(file, size * megabyte)
  for (let place = 0; place < size; place += 8) writeSync(file, randomBytes(megabyte), 0, megabyte, place * megabyte)
  closeSync(file)
}

async function measure(
  what: PackageMeasure['what'],
  encrypted: boolean,
  size: number,
  work: () => Promise<unknown>,
): Promise<PackageMeasure> {
  globalThis.gc?.()
  const start = process.memoryUsage.rss()
  let most = start
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 5)
  const began = performance.now()
  try {
    await work()
  } finally {
    clearInterval(watch)
  }
  const seconds = (performance.now() - began) / 1000
  return { what, encrypted, seconds, rate: size / seconds, memory: Math.round((most - start) / megabyte) }
}

/** Packs and unpacks a file of `size` megabytes, plain and encrypted. scrypt is made cheap: its 256 MB would hide what is measured here. */
export async function benchPackage(size = 200): Promise<PackageMeasure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'))
  const source = join(folder, 'a.aims')
  const results: PackageMeasure[] = []
  try {
    writeSource(source, size)
    for (const passphrase of [undefined, 'four words on paper']) {
      const encrypted = passphrase !== undefined
      const destination = join(folder, `${encrypted}.aimspack`)
      const manifest = {
        applicationVersion: '0.0.0',
        createdAt: new Date().toISOString(),
        engagement: { id: 'bench', fileId: 'bench', client: 'Bench', title: 'Bench', change: null },
        schemaVersion: 1,
        contentVersion: '0',
        counts: {},
      }
      results.push(await measure('pack', encrypted, size, () => writePackage({ source, destination, manifest, passphrase, workFactor: 4 })))
      const unpacked = join(folder, `${encrypted}.aims`)
      results.push(await measure('unpack', encrypted, size, () => readPackage({ source: destination, destination: unpacked, passphrase })))
      if (statSync(unpacked).size !== size * megabyte) throw new Error('the engagement did not come back whole')
      rmSync(unpacked)
    }
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
