import { sql } from 'kysely'
import { database } from '../engagement/database.ts'

const anywhere = (words: string[], ...columns: string[]) => {
  const text = sql.join(
    columns.map((column) => sql.ref(column)),
    sql` || ' ' || `,
  )
  return sql<boolean>`${sql.join(
    words.map((word) => sql`instr(lower(${text}), ${word}) > 0`),
    sql` AND `,
  )}`
}

/** AI systems that hold every word. */
export const systemsWith = (words: string[], limit: number) =>
  database
    .selectFrom('aiSystem')
    .select(['id', 'name', 'purpose', 'notes'])
    .where(anywhere(words, 'name', 'reference', 'purpose', 'owner', 'supplier', 'department', 'notes'))
    .limit(limit)

/** Judgements of the newest round whose texts hold every word. */
export const judgementsWith = (words: string[], limit: number) =>
  database
    .selectFrom('judgement')
    .select(['itemId', 'notes', 'finding', 'action'])
    .where('roundId', '=', (of) => of.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1))
    .where(anywhere(words, 'notes', 'finding', 'action', 'evidenceReference', 'interviewee', 'owner'))
    .limit(limit)

/** Rows of the SoA whose texts hold every word. */
export const decisionsWith = (words: string[], limit: number) =>
  database
    .selectFrom('soaDecision')
    .select(['code', 'implementation', 'reasonText', 'exclusionJustification', 'evidence'])
    .where(anywhere(words, 'code', 'reasonText', 'exclusionJustification', 'implementation', 'statusReason', 'responsible', 'evidence'))
    .limit(limit)
