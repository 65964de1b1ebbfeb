import { z } from 'zod'
import { day, filePath, moment, nothing, ofEngagement, recordId } from './procedure.ts'
import { versionNumber } from './versions.ts'

/** Every report, in the order of the work; the registers' have the name of their register. */
export const reports = [
  'gap',
  'systems',
  'classification',
  'impact',
  'rights',
  'risks',
  'soa',
  'issues',
  'parties',
  'scope',
  'commitments',
  'policy',
  'roles',
  'raci',
  'risk-process',
  'treatment-process',
  'impact-process',
  'objectives',
  'changes',
  'resources',
  'people',
  'courses',
  'training',
  'communications',
  'information',
  'operations',
  'suppliers',
  'incidents',
  'incident',
  'measures',
  'audit-programme',
  'audits',
  'audit',
  'reviews',
  'review',
  'nonconformities',
  'actions',
  'roadmap',
  'cost',
  'ai-act',
  'nist',
  'iso-27001',
  'evidence',
  'evidence-request',
  'readiness',
] as const
export const report = z.enum(reports)

/** What the reports are for: to assess, to decide, to run the system clause by clause, and to prove it. */
export const reportGroups = {
  assess: ['gap', 'systems', 'classification', 'impact', 'rights', 'risks'],
  decide: ['soa', 'risk-process', 'treatment-process', 'impact-process'],
  context: ['issues', 'parties', 'scope'],
  leadership: ['commitments', 'policy', 'roles', 'raci'],
  planning: ['objectives', 'changes', 'roadmap', 'cost'],
  support: ['resources', 'people', 'courses', 'training', 'communications', 'information'],
  operation: ['operations', 'suppliers', 'incidents', 'incident'],
  evaluation: ['measures', 'audit-programme', 'audits', 'audit', 'reviews', 'review'],
  improvement: ['nonconformities', 'actions'],
  prove: ['readiness', 'evidence', 'evidence-request', 'ai-act', 'nist', 'iso-27001'],
} as const satisfies Record<string, readonly (typeof reports)[number][]>
export type ReportGroup = keyof typeof reportGroups
export type Report = z.infer<typeof report>
export const documentFormat = z.enum(['docx', 'pdf', 'xlsx', 'html'])
export type DocumentFormat = z.infer<typeof documentFormat>

/** What a report is made of; each report reads the options that concern it. */
export const reportOptions = z.object({
  /** Round of the gap report; the latest when left out. */
  roundId: recordId.optional(),
  /** Earlier round to compare with. */
  compareWith: recordId.optional(),
  /** Version of the SoA; 0: as it stands now; left out: the approved version while nothing has changed since. */
  soaVersion: z.number().int().min(0).optional(),
  /** AI systems of the classification record; all that are classified when left out. */
  systemIds: z.array(recordId).optional(),
  /** Impact assessment of the reports on one; the first when left out. */
  assessmentId: recordId.optional(),
  /** Version of the impact assessment; 0: as it stands now; left out: the approved version while nothing has changed since. */
  assessmentVersion: z.number().int().min(0).optional(),
  /** Entry that a report on one entry is about (one audit, one review, one incident); the newest when left out. */
  recordId: recordId.optional(),
  /** Version of an authored statement; 0 or left out: as it stands now. */
  statementVersion: z.number().int().min(0).optional(),
  /** Leave the consultant's notes and interviewees out of the client's copy. */
  withNotes: z.boolean().default(true),
})
export type ReportOptions = z.infer<typeof reportOptions>

/** What a format cannot print as it was written, by its place: section or table, record, column. Everything else is in the file. */
export const exportLimits = z.object({
  /** Characters that the fonts of a PDF lack; a mark is printed for each. `where` is the first place. */
  unprinted: z.array(z.object({ character: z.string(), code: z.string(), count: z.number(), where: z.string() })),
  /** Texts that are cut, and how many of their characters are left out. */
  cut: z.array(z.object({ where: z.string(), characters: z.number() })),
  /** Texts that are whole in their cell, which a row of a workbook is too low to show. */
  hidden: z.array(z.object({ where: z.string() })),
})
export type ExportLimits = z.infer<typeof exportLimits>

export const exportResult = z.object({
  path: z.string(),
  format: documentFormat,
  size: z.number(),
  /** Table rows found again in the written file. */
  rows: z.number(),
  limits: exportLimits,
})
export type ExportResult = z.infer<typeof exportResult>

export const reportState = z.object({
  report,
  title: z.string(),
  /** ready, or what is still missing, in a sentence. */
  ready: z.boolean(),
  state: z.string(),
  lastExport: z.object({ at: moment, format: documentFormat, fileName: z.string() }).nullable(),
  suggestedName: z.string(),
})
export type ReportState = z.infer<typeof reportState>

export const documentsContract = {
  list: ofEngagement.query('The reports with their state and last export', nothing, z.array(reportState)),
  versions: ofEngagement.query(
    'The approved versions of an authored statement, newest first',
    z.object({ report }),
    z.array(z.object({ number: z.number(), approvedOn: day })),
  ),
  usualVersion: ofEngagement.query(
    'The approved version that a report prints where none is chosen; 0: the work as it stands',
    z.object({ report, assessmentId: recordId.optional() }),
    z.object({ number: versionNumber }),
  ),
  preview: ofEngagement.job(
    'A report as PDF, for looking at (base64)',
    z.object({ report, options: reportOptions.prefault({}) }),
    z.object({ pdf: z.string(), pages: z.number() }),
  ),
  export: ofEngagement.job(
    'Write a report to a file and open it again to count what is in it',
    z.object({
      report,
      to: filePath,
      format: documentFormat.optional(),
      overwrite: z.boolean().default(false),
      options: reportOptions.prefault({}),
    }),
    exportResult,
    ['documents'],
  ),
}
