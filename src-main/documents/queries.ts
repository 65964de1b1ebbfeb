import { database } from '../engagement/database.ts'

/** The newest export of each report. */
export const lastExports = database
  .selectFrom('documentExport')
  .select(({ fn }) => ['report', 'format', 'fileName', fn.max('at').as('at')])
  .groupBy('report')
