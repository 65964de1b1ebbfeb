import { classificationReport } from '../classification/report.ts'
import type { Report, ReportOptions } from '../contract/documents.ts'
import { documentFrame, type ReportHead, type ReportMaker } from '../documents/frame.ts'
import type { DocumentModel } from '../documents/model.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { gapReport } from '../gap/report.ts'
import { impactReport } from '../impact/report.ts'
import { rightsReport } from '../impact/rights-report.ts'
import { systemsReport } from '../inventory/report.ts'
import { riskReport } from '../risk/report.ts'
import { soaReport } from '../soa/report.ts'

/** Each report is made by the module that its numbers come from. */
const makers: Record<Report, ReportMaker> = {
  gap: gapReport,
  soa: soaReport,
  systems: systemsReport,
  classification: classificationReport,
  impact: impactReport,
  rights: rightsReport,
  risks: riskReport,
}

const day = (now: Date) => now.toISOString().slice(0, 10)

/** Title, version and state of a report, without its content. */
export const reportHead = (file: EngagementFile, report: Report, options: ReportOptions, now: Date): ReportHead =>
  makers[report].head(file, options, day(now))

/** A report as a document, free of any file format. */
export function buildReport(file: EngagementFile, report: Report, options: ReportOptions, now: Date): DocumentModel {
  return documentFrame(file, reportHead(file, report, options, now), makers[report].sections(file, options, day(now)))
}
