import { z } from 'zod'
import type { EngagementRecord } from '../contract/engagement.ts'
import { database } from './database.ts'
import type { EngagementFile } from './file.ts'

/** The one row that says what the engagement is about. */
export function readEngagement(file: EngagementFile): EngagementRecord {
  return file.one(database.selectFrom('engagement').selectAll(), 'engagement')
}

export const lineage = database.selectFrom('lineage').selectAll().orderBy('at')

export const lastChange = database.selectFrom('change').select(['uid', 'at', 'who', 'label']).orderBy('id', 'desc').limit(1)

/** The numbers of the info page, in one row. */
export const counts = database.selectNoFrom((of) => {
  const count = (table: 'change' | 'gapRound' | 'aiSystem' | 'soaVersion') =>
    of
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .$asScalar()
      .$notNull()
  const newestRound = of.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1)
  return [
    count('change').as('changes'),
    count('gapRound').as('rounds'),
    count('aiSystem').as('aiSystems'),
    count('soaVersion').as('soaVersions'),
    of
      .selectFrom('judgement')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('roundId', '=', newestRound)
      .where('conformity', '<>', 'not-assessed')
      .where('origin', '=', 'round')
      .$asScalar()
      .$notNull()
      .as('judged'),
    of
      .selectFrom('soaDecision')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('applicability', '<>', 'undecided')
      .$asScalar()
      .$notNull()
      .as('soaDecided'),
  ]
})

/** Every change of one record, or of one of its fields, newest first. */
export function historyOf(record: string, field: string | undefined) {
  return database
    .selectFrom('changeField')
    .innerJoin('change', 'change.id', 'changeField.changeId')
    .select(['change.at', 'change.who', 'change.label', 'operation', 'field', 'oldValue', 'newValue'])
    .where('recordId', '=', record)
    .$if(field !== undefined, (query) => query.where('field', '=', field ?? ''))
    .orderBy('changeField.id', 'desc')
    .limit(500)
}

/** The newest changes, with whether each was taken back. */
export function newestChanges(limit: number) {
  return database
    .selectFrom('change')
    .select((of) => [
      'uid',
      'at',
      'who',
      'label',
      'kind',
      of
        .selectFrom('changeField')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('changeField.changeId', '=', 'change.id')
        .$asScalar()
        .$notNull()
        .as('fields'),
      of
        .selectFrom('change as later')
        .select('later.kind')
        .whereRef('later.subject', '=', 'change.id')
        .orderBy('later.id', 'desc')
        .limit(1)
        .as('latestStep'),
    ])
    .orderBy('id', 'desc')
    .limit(limit)
}

/** Where acceptance ends until the engagement has criteria of its own: five steps of likelihood, by consequence accepted. */
export const usualAcceptance = [3, 2, 2, 1, 0]

/** The acceptance line of the risk criteria (clause 6.1.2): for each step of likelihood, how many steps of consequence are accepted. */
export function readAcceptance(file: EngagementFile): number[] {
  const row = file.first(database.selectFrom('riskCriteria').select('acceptance').limit(1))
  return row ? z.array(z.number()).parse(JSON.parse(row.acceptance)) : usualAcceptance
}
