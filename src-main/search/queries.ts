import { sql } from 'kysely'
import { z } from 'zod'
import { type RegisterId, registerIds, registers } from '../contract/registers/index.ts'
import { database, type Query } from '../engagement/database.ts'
import { tableOf } from '../engagement/registers/read.ts'
import { isSystemInUse } from '../engagement/systems-in-use.ts'

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

const systemTexts = [
  'name',
  'reference',
  'purpose',
  'owner',
  'supplier',
  'department',
  'notes',
  'intendedUse',
  'humanOversight',
  'affectedPeople',
  'models',
  'links',
]

/** AI systems that hold every word. */
export const systemsWith = (words: string[], limit: number) =>
  database
    .selectFrom('aiSystem')
    .select(['id', 'name', 'purpose', 'notes', 'intendedUse', 'humanOversight', 'affectedPeople', 'models', 'links'])
    .where(anywhere(words, ...systemTexts))
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

/** Risks that hold every word. */
export const risksWith = (words: string[], limit: number) =>
  database
    .selectFrom('risk')
    .select(['id', 'reference', 'title', 'cause', 'event', 'consequence', 'treatmentPlan', 'notes'])
    .where(
      anywhere(
        words,
        'reference',
        'title',
        'cause',
        'event',
        'consequence',
        'owner',
        'treatmentPlan',
        'treatmentOwner',
        'acceptedBy',
        'notes',
      ),
    )
    .limit(limit)

const assessmentTexts = [
  'title',
  'assessors',
  'scope',
  'impactAssessment.intendedUse',
  'misuse',
  'data',
  'environment',
  'parties',
  'affectedGroups',
  'oversight',
  'conclusion',
  'decisionReason',
]

/** Impact assessments that hold every word; the name of the system counts as one of its texts. */
export const assessmentsWith = (words: string[], limit: number) =>
  database
    .selectFrom('impactAssessment')
    .innerJoin('aiSystem', 'aiSystem.id', 'systemId')
    .select(['impactAssessment.id', 'title', 'name', 'scope', 'misuse', 'data', 'environment', 'parties', 'affectedGroups', 'conclusion'])
    .where(anywhere(words, 'name', ...assessmentTexts))
    .limit(limit)

/** Benefits, harms and measures that hold every word, with the impact assessment that they stand in. */
export const impactsWith = (words: string[], limit: number) =>
  database
    .selectFrom('impact')
    .innerJoin('impactAssessment', 'impactAssessment.id', 'assessmentId')
    .select(['impactAssessment.id', 'title', 'description', 'who', 'residualNote as more'])
    .where(anywhere(words, 'description', 'who', 'residualNote'))
    .unionAll(
      database
        .selectFrom('impactMeasure')
        .innerJoin('impactAssessment', 'impactAssessment.id', 'assessmentId')
        .select(['impactAssessment.id', 'title', 'description', 'owner as who', 'controlCode as more'])
        .where(anywhere(words, 'description', 'owner'))
        .$narrowType<{ more: string }>(),
    )
    .limit(limit)

/** The lists of duties that systems in use have; many systems have the same. */
export const dutyLists = database.selectFrom('classification').select('duties').distinct().where(isSystemInUse('systemId'))

interface FoundEntry {
  register: RegisterId
  id: string
  reference: string
  title: string
  /** Everything else that was written in it. */
  texts: string
}

/** What is written in words; choices, days and numbers are not searched. */
const textFields = (register: RegisterId): string[] =>
  Object.entries<z.ZodType>(registers[register].fields.shape)
    .filter(([name, schema]) => schema instanceof z.ZodString && name !== 'reference' && name !== 'title')
    .map(([name]) => name)

/** Entries of any register that hold every word, some of each. */
export function entriesWith(words: string[], limit: number): Query<FoundEntry> {
  const each = registerIds.map((register) => {
    const fields = textFields(register)
    const texts = sql.join(
      fields.map((field) => sql.ref(field)),
      sql` || ' ' || `,
    )
    return sql`SELECT * FROM (SELECT ${register} AS register, id, reference, title, ${texts} AS texts FROM ${sql.table(tableOf(register))}
      WHERE ${anywhere(words, 'reference', 'title', ...fields)} ORDER BY reference LIMIT ${limit})`
  })
  const all = sql<FoundEntry>`${sql.join(each, sql` UNION ALL `)}`
  return { compile: () => all.compile(database) }
}
