import type { Report, ReportOptions } from '../contract/documents.ts'
import type { DocumentModel } from '../documents/model.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { gapReport } from '../gap/report.ts'
import { soaReport } from '../soa/report.ts'

type Builder = (file: EngagementFile, options: ReportOptions, today: string) => DocumentModel

/** Each report is made by the module that its numbers come from. */
const builders: Record<Report, Builder> = {
  gap: (file, options, today) => gapReport(file, options, today),
  soa: (file, options, today) => soaReport(file, options.soaVersion ?? 0, today),
}

/** A report as a document, free of any file format. */
export function buildReport(file: EngagementFile, report: Report, options: ReportOptions, now: Date): DocumentModel {
  return builders[report](file, options, now.toISOString().slice(0, 10))
}
