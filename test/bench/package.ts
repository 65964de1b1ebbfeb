import { randomBytes } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import { readPackage } from '../../src-main/transfer/package/read.ts'
import { writePackage } from '../../src-main/transfer/package/write.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'

const megabyte = 1024 * 1024
const passphrase = 'four words on paper'

const megabytes = ({ isShort }: Size) => (isShort ? 16 : 100)

/** The large file, and what it is when packed, sealed (packed and encrypted) and deflated. */
const placesOf = ({ folder }: Size) => ({
  source: join(folder, 'large'),
  packed: join(folder, 'packed.aimspack'),
  sealed: join(folder, 'sealed.aimspack'),
  deflated: join(folder, 'deflated'),
})

/** A file of which every eighth megabyte is random and the others are zero, as in an engagement with large attachments. */
function writeSource(path: string, size: number): void {
  const file = openSync(path, 'w')
  ftruncateSync(file, size * megabyte)
  for (let place = 0; place < size; place += 8) writeSync(file, randomBytes(megabyte), 0, megabyte, place * megabyte)
  closeSync(file)
}

/** scrypt is made cheap: its 256 MB would hide what is measured. */
function pack(source: string, destination: string, isEncrypted: boolean): Promise<unknown> {
  const manifest = {
    applicationVersion: '0.0.0',
    createdAt: new Date().toISOString(),
    engagement: { id: 'bench', fileId: 'bench', client: 'Bench', title: 'Bench', change: null },
    schemaVersion: 1,
    contentVersion: '0',
    counts: {},
  }
  return writePackage({ source, destination, manifest, passphrase: isEncrypted ? passphrase : undefined, workFactor: 4 })
}

const unpack = (source: string, destination: string, isEncrypted: boolean) =>
  readPackage({ source, destination, passphrase: isEncrypted ? passphrase : undefined })

const deflate = (source: string, destination: string) =>
  pipeline(createReadStream(source), createDeflateRaw(), createWriteStream(destination))

const inflate = (source: string, destination: string) =>
  pipeline(createReadStream(source), createInflateRaw(), createWriteStream(destination))

/** Everything that packing and unpacking begin with, made before: whoever had just packed would unpack in memory that is there already. */
export async function preparePackages(size: Size): Promise<void> {
  const { source, packed, sealed, deflated } = placesOf(size)
  writeSource(source, megabytes(size))
  await Promise.all([pack(source, packed, false), pack(source, sealed, true), deflate(source, deflated)])
}

const nameOf = (what: string, size: Size, isEncrypted: boolean) => `${what} ${megabytes(size)} MB${isEncrypted ? ', encrypted' : ''}`

/** Neither packing nor unpacking writes over a file, so what was written is taken away each time. */
async function toNewFile(size: Size, write: (path: string) => Promise<unknown>): Promise<number> {
  const path = join(size.folder, 'written')
  try {
    return await clock(() => write(path))
  } finally {
    rmSync(path, { force: true })
  }
}

export const packEngagement =
  (isEncrypted: boolean) =>
  async (size: Size): Promise<Measure[]> => {
    const { source } = placesOf(size)
    const compared = await compare({
      repetitions: size.isShort ? 1 : 3,
      ours: () => toNewFile(size, (path) => pack(source, path, isEncrypted)),
      bare: () => toNewFile(size, (path) => deflate(source, path)),
    })
    return [measureOf(nameOf('pack', size, isEncrypted), 'zlib deflates the same file', compared)]
  }

export const unpackEngagement =
  (isEncrypted: boolean) =>
  async (size: Size): Promise<Measure[]> => {
    const { packed, sealed, deflated } = placesOf(size)
    const compared = await compare({
      repetitions: size.isShort ? 1 : 3,
      ours: () =>
        toNewFile(size, async (path) => {
          await unpack(isEncrypted ? sealed : packed, path, isEncrypted)
          if (statSync(path).size !== megabytes(size) * megabyte) throw new Error('the engagement did not come back whole')
        }),
      bare: () => toNewFile(size, (path) => inflate(deflated, path)),
    })
    return [measureOf(nameOf('unpack', size, isEncrypted), 'zlib inflates the same file', compared)]
  }
