import { sql } from 'kysely'
import type { Report } from '../contract/documents.ts'
import { registerIds } from '../contract/registers/index.ts'
import { database, type Query } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { tableOf } from '../engagement/registers/read.ts'

const statements = ['scope', 'policy', 'risk-process', 'treatment-process', 'impact-process', 'audit-programme'] as const

/** For each report what has to be there so that it says anything; one that is made of everything always does. */
const needed: Partial<Record<Report, ReturnType<typeof sql>>> = {
  ...Object.fromEntries(registerIds.map((register) => [register, sql`SELECT 1 FROM ${sql.table(tableOf(register))}`])),
  ...Object.fromEntries(
    statements.map((kind) => [
      kind,
      sql`SELECT 1 FROM "statement" s JOIN "statementSection" p ON p."statementId" = s.id WHERE s.kind = ${kind} AND p.body <> ''`,
    ]),
  ),
  systems: sql`SELECT 1 FROM "aiSystem"`,
  classification: sql`SELECT 1 FROM "aiSystem"`,
  raci: sql`SELECT 1 FROM "raciActivity"`,
  risks: sql`SELECT 1 FROM "risk"`,
  soa: sql`SELECT 1 FROM "soaDecision" WHERE applicability <> 'undecided'`,
  impact: sql`SELECT 1 FROM "impactAssessment"`,
  rights: sql`SELECT 1 FROM "impactAssessment"`,
  training: sql`SELECT 1 FROM "attendance"`,
  incident: sql`SELECT 1 FROM "incidentsRegister"`,
  audit: sql`SELECT 1 FROM "auditsRegister"`,
  review: sql`SELECT 1 FROM "reviewsRegister"`,
  gap: sql`SELECT 1 FROM "judgement" WHERE conformity <> 'not-assessed'`,
  roadmap: sql`SELECT 1 FROM "roadmapTask"`,
  cost: sql`SELECT 1 FROM "aiSystem"`,
}

/** Reports that have nothing to say yet. */
export function emptyReports(file: EngagementFile): Set<string> {
  const questions = sql.join(
    Object.entries(needed).map(([report, rows]) => sql`SELECT ${report} AS report WHERE NOT EXISTS (${rows})`),
    sql` UNION ALL `,
  )
  const query: Query<{ report: string }> = { compile: () => sql<{ report: string }>`${questions}`.compile(database) }
  return new Set(file.all(query).map(({ report }) => report))
}

const soaVersions = database.selectFrom('soaVersion').select('number').orderBy('number')
const statementVersions = database
  .selectFrom('statementVersion')
  .innerJoin('statement', 'statement.id', 'statementVersion.statementId')
  .select(['statement.kind', 'statementVersion.number'])
  .orderBy('statementVersion.number')
const impactVersions = database.selectFrom('impactVersion').select(['assessmentId', 'number']).orderBy('number')
const assessments = database.selectFrom('impactAssessment').select(['id', 'title']).orderBy('id')

/** The numbers of approved versions, which never change again, by what they are versions of: a report, or an assessment. */
export function approvedVersions(file: EngagementFile): Map<string, number[]> {
  const all = [
    ...file.all(soaVersions).map(({ number }) => ({ of: 'soa', number })),
    ...file.all(statementVersions).map(({ kind, number }) => ({ of: kind, number })),
    ...file.all(impactVersions).map(({ assessmentId, number }) => ({ of: assessmentId, number })),
  ]
  return new Map([...Map.groupBy(all, ({ of }) => of)].map(([of, versions]) => [of, versions.map(({ number }) => number)]))
}

export const readAssessments = (file: EngagementFile) => file.all(assessments)

/** An entry of the register of evidence, with its file where it has one that is whole. */
export interface EvidenceRow {
  id: string
  reference: string
  title: string
  location: string
  fileName: string
  sha256: string | null
  size: number | null
}

const evidenceRows = database
  .selectFrom('evidenceRegister')
  .leftJoin('attachment', (join) => join.onRef('attachment.sha256', '=', 'evidenceRegister.sha256').on('attachment.isComplete', '=', 1))
  .select([
    'evidenceRegister.id',
    'evidenceRegister.reference',
    'evidenceRegister.title',
    'evidenceRegister.location',
    'evidenceRegister.fileName',
    'attachment.sha256',
    'attachment.size',
  ])
  .orderBy(sql`length(reference)`)
  .orderBy('reference')
  .orderBy('evidenceRegister.id')

export const readEvidence = (file: EngagementFile): EvidenceRow[] => file.all(evidenceRows)

const links = database.selectFrom('recordLink').select(['recordId', 'recordKind', 'targetKind', 'targetId'])
export const readLinks = (file: EngagementFile) => file.all(links)

const excluded = database.selectFrom('soaDecision').select('code').where('applicability', '=', 'excluded')
export const excludedControls = (file: EngagementFile): Set<string> => new Set(file.all(excluded).map(({ code }) => code))

const controlEvidence = database.selectFrom('soaDecision').select(['code', 'evidence']).where('evidence', '!=', '')
/** What the SoA says is the evidence of a control, in words. */
export const namedEvidence = (file: EngagementFile): Map<string, string> =>
  new Map(file.all(controlEvidence).map(({ code, evidence }) => [code, evidence]))
