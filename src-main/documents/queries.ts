import type { Report } from '../contract/documents.ts'
import { database } from '../engagement/database.ts'

/** The newest export of each report. */
export const lastExports = database
  .selectFrom('documentExport')
  .select(({ fn }) => ['report', 'format', 'fileName', fn.max('at').as('at')])
  .groupBy('report')

/** The approved versions of the authored statement that a report prints, newest first. */
export const statementVersions = (report: Report) =>
  database
    .selectFrom('statementVersion')
    .innerJoin('statement', 'statement.id', 'statementVersion.statementId')
    .select(['statementVersion.number', 'statementVersion.approvedOn'])
    .where('statement.kind', '=', report)
    .orderBy('statementVersion.number', 'desc')
