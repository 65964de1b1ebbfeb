import { randomFillSync } from 'node:crypto'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { engagementRecord } from '../../src-main/contract/engagement.ts'
import { attachResult, evidenceContract } from '../../src-main/contract/evidence.ts'
import { done } from '../../src-main/contract/procedure.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { watchMemory } from './memory.ts'
import { Desk } from './prepared.ts'

const megabyte = 1024 * 1024

/** 1 GiB in 2,000 files, of which two are large; the short run has a hundredth of that. */
const amounts = ({ isShort }: Size) => (isShort ? { files: 40, bytes: 12 * megabyte } : { files: 2000, bytes: 1024 * megabyte })
const largest = ({ isShort }: Size) => (isShort ? 2 * megabyte : 128 * megabyte)

/** Files of random bytes: no two are alike, and nothing of them can be left out. */
function writeFiles(size: Size, folder: string): string[] {
  const { files, bytes } = amounts(size)
  const large = largest(size)
  const usual = Math.floor((bytes - 2 * large) / (files - 2))
  mkdirSync(folder, { recursive: true })
  const buffer = Buffer.alloc(megabyte)
  return Array.from({ length: files }, (_, index) => {
    const path = join(folder, `evidence ${index}.dat`)
    const length = index < 2 ? large : usual
    writeFileSync(path, '')
    for (let written = 0; written < length; written += megabyte)
      writeFileSync(path, randomFillSync(buffer).subarray(0, Math.min(megabyte, length - written)), { flag: 'a' })
    return path
  })
}

interface Part {
  what: string
  time: number
  memory: number
}

/** Does one part of the work and says how long it took, and the most memory that the whole process had meanwhile. */
async function part(what: string, work: () => Promise<unknown>): Promise<Part> {
  const most = watchMemory()
  const before = process.memoryUsage.rss()
  const time = await clock(work)
  return { what, time, memory: before + most() }
}

const rows = evidenceContract.list.output
const written = z.object({ path: z.string(), size: z.number() })

/** Everything that is done with much evidence, and how long an engagement that holds it takes to open. */
export async function evidenceAtScale(size: Size): Promise<Measure[]> {
  const folder = join(size.folder, 'evidence')
  const paths = writeFiles(size, folder)
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  const full = join(size.folder, 'with-evidence.aims')
  const desk = new Desk(size)
  const parts: Part[] = []
  await desk.create(full)
  const target = { kind: 'requirement', id: '5.2-1' } as const
  parts.push(await part('attach', () => desk.ask('evidence.attach', { paths, target }, attachResult)))
  rmSync(folder, { recursive: true, force: true })
  let entries: z.output<typeof rows> = []
  parts.push(
    await part('list', async () => {
      entries = await desk.ask('evidence.list', {}, rows)
    }),
  )
  if (entries.length !== paths.length) throw new Error(`${paths.length} files were attached and ${entries.length} are listed`)
  const largestEntry = entries.reduce((a, b) => ((a.file?.size ?? 0) >= (b.file?.size ?? 0) ? a : b))
  parts.push(await part('open a copy of the largest', () => desk.ask('evidence.open', { id: largestEntry.id }, written)))
  const to = join(size.folder, 'saved')
  parts.push(await part('save the largest', () => desk.ask('evidence.saveAs', { id: largestEntry.id, to }, written)))
  rmSync(to, { force: true })
  parts.push(await part('check all', () => desk.ask('engagement.check', {}, z.looseObject({ problems: z.array(z.string()).length(0) }))))
  const packed = join(size.folder, 'with-evidence.aimspack')
  parts.push(await part('pack all', () => desk.ask('transfer.pack', { to: packed, overwrite: true }, z.looseObject({ path: z.string() }))))
  rmSync(packed, { force: true })
  for (const format of ['zip', 'html'] as const) {
    const dossier = join(size.folder, `with-evidence.${format}`)
    const input = { to: dossier, format }
    parts.push(await part(`audit dossier, ${format}`, () => desk.ask('dossier.export', input, z.looseObject({ path: z.string() }))))
    rmSync(dossier, { force: true })
  }
  await desk.close()
  const opened = await openWithAndWithout(size, full)
  rmSync(full, { force: true })
  const gigabytes = `${(bytes / 1024 ** 3).toFixed(2)} GiB in ${paths.length} files`
  return [
    ...parts.map(({ what, time, memory }) => ({
      what: `evidence, ${gigabytes}: ${what}`,
      median: time,
      bare: time,
      against: 'nothing: what counts is the memory, here of the whole process',
      ratio: 1,
      memory: memory / megabyte,
      repetitions: 1,
    })),
    opened,
  ]
}

/** The same engagement with and without its evidence, opened in turns. */
async function openWithAndWithout(size: Size, full: string): Promise<Measure> {
  const desk = new Desk(size)
  const empty = join(size.folder, 'without-evidence.aims')
  await desk.create(empty)
  await desk.ask('engagement.close', {}, done)
  const open = (path: string) => async () => {
    const time = await clock(async () => {
      await desk.open(path)
      await desk.ask('engagement.get', {}, engagementRecord)
    })
    await desk.ask('engagement.close', {}, done)
    return time
  }
  const compared = await compare({ repetitions: size.isShort ? 5 : 50, warmUp: 3, ours: open(full), bare: open(empty) })
  await desk.close()
  rmSync(empty, { force: true })
  return measureOf('open an engagement with all its evidence', 'an engagement without any', compared)
}
