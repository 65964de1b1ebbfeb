import { randomFillSync } from 'node:crypto'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { engagementRecord } from '../../src-main/contract/engagement.ts'
import { attachResult, evidenceContract } from '../../src-main/contract/evidence.ts'
import { done } from '../../src-main/contract/procedure.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { Desk } from './prepared.ts'
import { ShippedApplication } from './shipped.ts'

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

/** What the main side may have of memory, whatever is done with this much evidence: the line of the requirement, in megabytes. */
const mostMemory = 300

const rows = evidenceContract.list.output
const written = z.object({ path: z.string(), size: z.number() })

/** Does one part of the work with the program as it is shipped, started for it alone. The memory is that of the whole process. */
async function part(size: Size, what: string, work: (desk: Desk) => Promise<unknown>): Promise<Measure> {
  const application = new ShippedApplication(size)
  const time = await clock(() => work(new Desk(size, application)))
  const memory = await application.close()
  const against = 'nothing: what counts is the memory, here of the whole process'
  return { what, median: time, bare: time, against, ratio: 1, memory: memory / megabyte, mostMemory, repetitions: 1 }
}

/** Everything that is done with much evidence, and how long an engagement that holds it takes to open. */
export async function evidenceAtScale(size: Size): Promise<Measure[]> {
  const folder = join(size.folder, 'evidence')
  const paths = writeFiles(size, folder)
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  const named = (what: string) => `evidence, ${(bytes / 1024 ** 3).toFixed(2)} GiB in ${paths.length} files: ${what}`
  const full = join(size.folder, 'with-evidence.aims')
  const opened = (what: string, work: (desk: Desk) => Promise<unknown>) =>
    part(size, named(what), async (desk) => {
      await desk.open(full)
      await work(desk)
    })
  const to = join(size.folder, 'written')
  const measured: Measure[] = []
  measured.push(
    await part(size, named('attach'), async (desk) => {
      await desk.create(full)
      await desk.ask('evidence.attach', { paths, target: { kind: 'requirement', id: '5.2-1' } }, attachResult)
    }),
  )
  rmSync(folder, { recursive: true, force: true })
  let entries: z.output<typeof rows> = []
  measured.push(
    await opened('list', async (desk) => {
      entries = await desk.ask('evidence.list', {}, rows)
    }),
  )
  if (entries.length !== paths.length) throw new Error(`${paths.length} files were attached and ${entries.length} are listed`)
  const { id } = entries.reduce((a, b) => ((a.file?.size ?? 0) >= (b.file?.size ?? 0) ? a : b))
  const whole = z.looseObject({ problems: z.array(z.string()).length(0) })
  const path = z.looseObject({ path: z.string() })
  measured.push(
    await opened('open a copy of the largest', (desk) => desk.ask('evidence.open', { id }, written)),
    await opened('save the largest', (desk) => desk.ask('evidence.saveAs', { id, to, overwrite: true }, written)),
    await opened('check all', (desk) => desk.ask('engagement.check', {}, whole)),
    await opened('pack all', (desk) => desk.ask('transfer.pack', { to, overwrite: true }, path)),
    await opened('audit dossier, zip', (desk) => desk.ask('dossier.export', { to, format: 'zip', overwrite: true }, path)),
    await opened('audit dossier, html', (desk) => desk.ask('dossier.export', { to, format: 'html', overwrite: true }, path)),
    await openWithAndWithout(size, full),
  )
  for (const file of [to, full]) rmSync(file, { force: true })
  return measured
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
  return { ...measureOf('open an engagement with all its evidence', 'an engagement without any', compared), mostRatio: 1.2 }
}
