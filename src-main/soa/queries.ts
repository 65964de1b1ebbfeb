import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'

export const decisionRows = database.selectFrom('soaDecision').selectAll()

export const customControls = database.selectFrom('customControl').selectAll().orderBy('code')

export const systemsOfDecisions = database
  .selectFrom('soaDecisionSystem')
  .innerJoin('aiSystem', 'aiSystem.id', 'soaDecisionSystem.systemId')
  .select(['decisionId', 'aiSystem.id', 'aiSystem.name'])
  .orderBy('aiSystem.name')

/** How the newest round judged each item. */
export const latestJudgements = database
  .selectFrom('judgement')
  .select(['itemId', 'conformity'])
  .where('roundId', '=', (of) => of.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1))

export const decisionByCode = (code: string) => database.selectFrom('soaDecision').select('id').where('code', '=', code)

export const versionRows = database
  .selectFrom('soaVersion')
  .select((of) => [
    'id',
    'number',
    'approvedOn',
    'approver',
    'note',
    'createdAt',
    of.fn<number>('json_array_length', ['content']).as('rows'),
  ])
  .orderBy('number', 'desc')

export const latestVersion = database.selectFrom('soaVersion').select(['number', 'content']).orderBy('number', 'desc').limit(1)

export const versionByNumber = (number: number) =>
  database.selectFrom('soaVersion').select(['number', 'content', 'scope']).where('number', '=', number)

/** Whether the engagement keeps risks and impact assessments at all. */
export const readRegisters = (file: EngagementFile) => ({
  hasRisks: file.first(database.selectFrom('risk').select('id').limit(1)) !== undefined,
  hasAssessments: file.first(database.selectFrom('impactAssessment').select('id').limit(1)) !== undefined,
})

/** The label of the newest change of each row's reason in words, and whether that change was taken back. */
export const lastReasonChanges = database
  .selectFrom('changeField')
  .innerJoin('change', 'change.id', 'changeField.changeId')
  .select(['recordId', 'label', 'kind'])
  .where('changeField.id', 'in', (of) =>
    of
      .selectFrom('changeField')
      .select(({ fn }) => fn.max('changeField.id').as('id'))
      .where('field', '=', 'reasonText')
      .where('recordId', 'in', (rows) => rows.selectFrom('soaDecision').select('soaDecision.id'))
      .groupBy('recordId'),
  )
