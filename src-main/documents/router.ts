import { basename, extname, resolve } from 'node:path'
import { v7 as uuid } from 'uuid'
import {
  type DocumentFormat,
  documentFormat,
  type documentsContract,
  type Report,
  type ReportOptions,
  type ReportState,
  reportOptions,
  reports,
} from '../contract/documents.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import { readEngagement } from '../engagement/queries.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import { withinBytes, withoutJoiners } from '../report/name-length.ts'
import { lastExports, statementVersions } from './queries.ts'

/** The format asked for, or the one that the file's ending names. */
function formatOf(to: string, asked: DocumentFormat | undefined): DocumentFormat {
  const named = documentFormat.safeParse(asked ?? extname(to).slice(1).toLowerCase())
  if (!named.success)
    throw new FieldbookError('invalid-input', { reason: text('documents:unknownFormat', { formats: documentFormat.options.join(', ') }) })
  return named.data
}

/** Bytes of the client's name, and of the title, in the name of a file: all of it stays within what systems take. */
const mostBytes = 80

/** Letters of many scripts have marks that belong to them. */
function suggestName(client: string, { title, date }: ReportHead): string {
  const plain = (words: string) =>
    withinBytes(
      withoutJoiners(words)
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim(),
      mostBytes,
    ).trim()
  return [plain(client), plain(title), date].join(' - ')
}

function readStates({ file, reportHead }: ModuleContext): ReportState[] {
  const { client } = readEngagement(file)
  const exports = file.all(lastExports)
  return reports.map((report) => {
    const head = reportHead(report, reportOptions.parse({}))
    const last = exports.find((entry) => entry.report === report)
    return {
      report,
      title: head.title,
      ready: head.isReady,
      // A draft has no version yet but the same word.
      state: head.version === head.status ? head.status : `${text('documents:control.version')} ${head.version} · ${head.status}`,
      lastExport: last ? { at: last.at, format: documentFormat.parse(last.format), fileName: last.fileName } : null,
      suggestedName: suggestName(client, head),
    }
  })
}

function noteExport({ file, now }: ModuleContext, report: Report, format: DocumentFormat, path: string): void {
  const fileName = basename(path)
  file.note(text('documents:exported', { name: fileName }), () =>
    file.run(database.insertInto('documentExport').values({ id: uuid(), report, format, fileName, at: now().toISOString() })),
  )
}

async function exportReport(
  context: ModuleContext,
  report: Report,
  to: string,
  overwrite: boolean,
  format: DocumentFormat,
  options: ReportOptions,
) {
  const path = resolve(to)
  const model = context.buildReport(report, options)
  const result = await context.run('documents.write', { model, format, to: path, overwrite }, context.progress)
  noteExport(context, report, format, path)
  return result
}

export const documentsRouter: ModuleHandlers<typeof documentsContract> = {
  list: readStates,
  versions: ({ file }, { report }) => file.all(statementVersions(report)),
  usualVersion: ({ reportHead }, { report, assessmentId }) => ({
    number: reportHead(report, reportOptions.parse({ assessmentId })).approvedVersion ?? 0,
  }),
  preview: ({ buildReport, run, progress }, { report, options }) =>
    run('documents.preview', { model: buildReport(report, options) }, progress),
  export: (context, { report, to, format, overwrite, options }) =>
    exportReport(context, report, to, overwrite, formatOf(to, format), options),
}
