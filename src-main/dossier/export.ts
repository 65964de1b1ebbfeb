import { mkdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { setImmediate as letGo } from 'node:timers/promises'
import { v7 as uuid } from 'uuid'
import { localDay } from '../contract/days.ts'
import type { DocumentFormat } from '../contract/documents.ts'
import type { DossierDocuments, DossierFormat, DossierResult, LimitedFile } from '../contract/dossier.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import { readEngagement } from '../engagement/queries.ts'
import { releaseAll } from '../engagement/release.ts'
import { documentFrame } from '../engagement/reports/frame.ts'
import { text } from '../language/text.ts'
import type { DocumentModel } from '../report/model.ts'
import type { Progress } from '../task/task.ts'
import { applicationVersion } from '../version.ts'
import { readAnswers } from './answers.ts'
import { bookOf } from './book.ts'
import { contentsOf } from './contents.ts'
import { indexSections, type Targets } from './index-sections.ts'
import { limitSections } from './limit-sections.ts'
import { beside, checkTarget, giveName } from './place.ts'
import { type DossierPlan, type PlannedDocument, planDossier } from './plan.ts'

export interface DossierWish {
  to: string
  format: DossierFormat
  documents: DossierDocuments[]
  withEvidence: boolean
  embedUpTo: number
  overwrite: boolean
}

/** What the index is written as: to print, to sort, to click. It names each file of evidence, so each is written by a thread of its own. */
const indexFormats = ['pdf', 'xlsx', 'html'] as const

/** Documents that one thread writes, one after the other: it loads its libraries once, and few models are in memory at a time. */
const atOnce = 8

export const evidenceFolder = 'Evidence'

/** Shares of the progress at which each part of the work is done. */
const shares = { documents: 0.7, evidence: 0.8, index: 0.85 }

const part = (progress: Progress, from: number, to: number): Progress => ({
  signal: progress.signal,
  report: (share, step) => progress.report(from + (to - from) * share, step),
})

/** Writes the audit dossier. It gets its name when it is whole and was opened again; a failure or a cancel leaves nothing behind. */
export async function exportDossier(context: ModuleContext, wish: DossierWish): Promise<DossierResult> {
  const to = resolve(wish.to)
  checkTarget(to, wish.format, wish.overwrite)
  const all = planDossier(context)
  const plan: DossierPlan = wish.withEvidence ? all : { ...all, evidence: [] }
  const written = await beside(to, async (temporary) => {
    const made = wish.format === 'html' ? await writePage(context, wish, plan, temporary) : await writeFiles(context, wish, plan, temporary)
    if (context.progress.signal.aborted) throw new FieldbookError('cancelled')
    giveName(made.path, to, wish.format, wish.overwrite)
    return made
  })
  note(context, wish.format, to)
  const { files, size, limits } = written
  return { ...contentsOf(plan, readAnswers(context.file, plan)), path: to, format: wish.format, files, size, limits }
}

interface Made {
  path: string
  files: number
  size: number
  limits: LimitedFile[]
}

const buildIndex = (context: ModuleContext, plan: DossierPlan, targets: Targets, limits: LimitedFile[]): DocumentModel => {
  const answers = readAnswers(context.file, plan)
  const date = localDay(context.now())
  const head = {
    report: 'dossier',
    title: text('dossier:index.title'),
    subtitle: text('dossier:index.subtitle'),
    documentId: text('dossier:index.documentId'),
    version: date,
    status: text('dossier:index.status'),
    isReady: true,
    date,
  }
  return documentFrame(context.file, head, [...indexSections(plan, answers, contentsOf(plan, answers), targets), ...limitSections(limits)])
}

async function writeFiles(context: ModuleContext, wish: DossierWish, plan: DossierPlan, temporary: string): Promise<Made> {
  const { progress, run } = context
  const folder = join(temporary, 'dossier')
  mkdirSync(folder)
  const limits = await writeDocuments(context, wish, plan.documents, folder)
  if (plan.evidence.length > 0) {
    mkdirSync(join(folder, evidenceFolder))
    const files = plan.evidence.map(({ sha256, size, name }) => ({ sha256, size, name }))
    const input = { source: context.file.contentPath, folder: join(folder, evidenceFolder), named: wish.to, files }
    await run('dossier.writeEvidence', input, part(progress, shares.documents, shares.evidence))
  }
  const filesOf = (document: PlannedDocument) => wish.documents.map((format) => `${document.name}.${format}`)
  const targets: Targets = {
    document: (document) => encodeURIComponent(filesOf(document)[0] ?? ''),
    evidence: ({ name }) => `${evidenceFolder}/${encodeURIComponent(name)}`,
    filesOf,
  }
  const model = buildIndex(context, plan, targets, limits)
  for (const [index, format] of indexFormats.entries()) {
    const files = [{ format, to: join(folder, `${text('dossier:index.fileName')}.${format}`) }]
    const share = (done: number) => shares.evidence + (done / indexFormats.length) * (shares.index - shares.evidence)
    limits.push(...(await writeAndVerify(context, { documents: [{ model, files }], named: wish.to }, share(index), share(index + 1))))
  }
  const zip = wish.format === 'zip' ? join(temporary, 'dossier.zip') : null
  const head = { client: readEngagement(context.file).client, createdAt: context.now().toISOString(), application: applicationVersion() }
  const expected = plan.documents.length * wish.documents.length + plan.evidence.length + indexFormats.length
  const sealed = await run('dossier.seal', { folder, head, expected, zip, named: wish.to }, part(progress, shares.index, 1))
  return { path: zip ?? folder, ...sealed, limits }
}

async function writeDocuments(
  context: ModuleContext,
  { documents: formats, to }: DossierWish,
  planned: PlannedDocument[],
  folder: string,
): Promise<LimitedFile[]> {
  const limits: LimitedFile[] = []
  for (let first = 0; first < planned.length; first += atOnce) {
    const some = planned.slice(first, first + atOnce)
    const documents = (await buildModels(context, some)).map(({ model, document }) => ({
      model,
      files: formats.map((format) => ({ format, to: join(folder, `${document.name}.${format}`) })),
    }))
    const share = (done: number) => (done / planned.length) * shares.documents
    limits.push(...(await writeAndVerify(context, { documents, named: to }, share(first), share(first + some.length))))
  }
  return limits
}

interface WrittenDocument {
  model: DocumentModel
  files: { format: DocumentFormat; to: string }[]
}

/** Writes documents and opens each again, between two shares of the progress. Answers what their formats cannot print. */
async function writeAndVerify(
  { run, progress }: ModuleContext,
  input: { documents: WrittenDocument[]; named: string },
  from: number,
  to: number,
): Promise<LimitedFile[]> {
  const middle = from + (to - from) * 0.7
  releaseAll()
  const { limits } = await run('documents.writeMany', input, part(progress, from, middle))
  await run('documents.verifyMany', input, part(progress, middle, to))
  return limits
}

/** Builds documents one by one and gives way to other work in between. */
async function buildModels(
  context: ModuleContext,
  planned: PlannedDocument[],
): Promise<{ model: DocumentModel; document: PlannedDocument }[]> {
  const built: { model: DocumentModel; document: PlannedDocument }[] = []
  for (const document of planned) {
    if (context.progress.signal.aborted) throw new FieldbookError('cancelled')
    built.push({ document, model: context.buildReport(document.report, document.options) })
    await letGo()
  }
  return built
}

async function writePage(context: ModuleContext, wish: DossierWish, plan: DossierPlan, temporary: string): Promise<Made> {
  const { progress, run, file } = context
  progress.report(0.02, text('dossier:steps.collect'))
  const chapters = await buildModels(context, plan.documents)
  const targets: Targets = {
    document: ({ number }) => `#d${number}`,
    evidence: ({ sha256 }) => `#e${sha256.slice(0, 16)}`,
    filesOf: () => [],
  }
  // A page has every character: its reader's system brings the fonts that it has not.
  const index = buildIndex(context, plan, targets, [])
  const to = join(temporary, 'dossier.html')
  const book = bookOf(index, chapters, plan, readAnswers(file, plan))
  const { files } = await run(
    'documents.writeBook',
    { book, source: file.contentPath, embedUpTo: wish.embedUpTo, to, named: wish.to },
    part(progress, 0.1, 1),
  )
  return { path: to, files, size: statSync(to).size, limits: [] }
}

function note({ file, now }: ModuleContext, format: DossierFormat, path: string): void {
  const fileName = basename(path)
  file.note(text('dossier:exported', { name: fileName }), () =>
    file.run(database.insertInto('documentExport').values({ id: uuid(), report: 'dossier', format, fileName, at: now().toISOString() })),
  )
}
