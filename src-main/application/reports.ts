import { actionsReport } from '../actions/report.ts'
import { classificationReport } from '../classification/report.ts'
import { localDay } from '../contract/days.ts'
import type { Report, ReportOptions } from '../contract/documents.ts'
import { costReport } from '../cost/report.ts'
import { aiActReport, iso27001Report, nistReport } from '../crosswalk/report.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { documentFrame } from '../engagement/reports/frame.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { evidenceRequestReport } from '../evidence/report.ts'
import { gapReport } from '../gap/report.ts'
import { impactReport } from '../impact/report.ts'
import { rightsReport } from '../impact/rights-report.ts'
import { systemsReport } from '../inventory/report.ts'
import { readinessReport } from '../readiness/report.ts'
import { auditReport } from '../registers/audits/report.ts'
import { incidentReport } from '../registers/incidents/report.ts'
import { measuresReport } from '../registers/measures/report.ts'
import { raciReport } from '../registers/raci/report.ts'
import { registerReport } from '../registers/report.ts'
import { reviewReport } from '../registers/reviews/report.ts'
import {
  auditProgrammeReport,
  impactProcessReport,
  policyReport,
  riskProcessReport,
  scopeReport,
  treatmentProcessReport,
} from '../registers/statements/report.ts'
import { suppliersReport } from '../registers/suppliers/report.ts'
import { trainingReport } from '../registers/training/report.ts'
import type { ReportHead } from '../report/head.ts'
import type { DocumentModel } from '../report/model.ts'
import { riskReport } from '../risk/report.ts'
import { roadmapReport } from '../roadmap/report.ts'
import { soaReport } from '../soa/report.ts'
import { readSoaStanding } from '../soa/standing.ts'

/** Each report is made by the module that its numbers come from. */
const makers: Record<Report, ReportMaker> = {
  gap: gapReport,
  soa: soaReport,
  systems: systemsReport,
  classification: classificationReport,
  impact: impactReport,
  rights: rightsReport,
  risks: riskReport,
  issues: registerReport('issues'),
  parties: registerReport('parties'),
  commitments: registerReport('commitments'),
  roles: registerReport('roles'),
  objectives: registerReport('objectives'),
  changes: registerReport('changes'),
  resources: registerReport('resources'),
  people: registerReport('people'),
  courses: registerReport('courses'),
  communications: registerReport('communications'),
  information: registerReport('information'),
  operations: registerReport('operations'),
  suppliers: suppliersReport,
  incidents: registerReport('incidents'),
  measures: measuresReport,
  audits: registerReport('audits'),
  reviews: registerReport('reviews'),
  nonconformities: registerReport('nonconformities'),
  evidence: registerReport('evidence'),
  scope: scopeReport,
  policy: policyReport,
  'risk-process': riskProcessReport,
  'treatment-process': treatmentProcessReport,
  'impact-process': impactProcessReport,
  'audit-programme': auditProgrammeReport,
  raci: raciReport,
  training: trainingReport,
  incident: incidentReport,
  audit: auditReport,
  review: reviewReport,
  actions: actionsReport,
  roadmap: roadmapReport,
  cost: costReport,
  'ai-act': aiActReport,
  nist: nistReport,
  'iso-27001': iso27001Report,
  'evidence-request': evidenceRequestReport,
  readiness: readinessReport(readSoaStanding),
}

const day = (now: Date) => localDay(now)

/** Title, version and state of a report, without its content. */
export const reportHead = (file: EngagementFile, report: Report, options: ReportOptions, now: Date): ReportHead =>
  makers[report].head(file, options, day(now))

/** A report as a document, free of any file format. */
export function buildReport(file: EngagementFile, report: Report, options: ReportOptions, now: Date): DocumentModel {
  return documentFrame(file, reportHead(file, report, options, now), makers[report].sections(file, options, day(now)))
}
