import { sql } from 'kysely'
import { database } from '../engagement/database.ts'
import { listed } from '../engagement/lists.ts'

export const storedCriteria = database.selectFrom('riskCriteria').selectAll().limit(1)

export const riskRatings = database
  .selectFrom('risk')
  .select([
    'currentLikelihood as likelihood',
    'currentConsequence as consequence',
    'inherentLikelihood',
    'inherentConsequence',
    'targetLikelihood',
    'targetConsequence',
  ])

/** Every risk with what a table shows of it; of the plan only whether there is one. */
export const riskRows = database
  .selectFrom('risk')
  .select([
    'id',
    'reference',
    'title',
    'owner',
    'sources',
    'objectives',
    'inherentLikelihood',
    'inherentConsequence',
    'currentLikelihood',
    'currentConsequence',
    'targetLikelihood',
    'targetConsequence',
    'treatment',
    'treatmentDue',
    'treatmentStatus',
    'acceptedBy',
    'acceptedOn',
    'reviewDate',
    'state',
    sql<number>`trim(treatmentPlan, char(9, 10, 13, 32)) <> ''`.as('hasPlan'),
  ])
  .orderBy('reference')

export const fullRisks = database.selectFrom('risk').selectAll().orderBy('reference')

export const riskById = (id: string) => database.selectFrom('risk').selectAll().where('id', '=', id)

export const systemsOfRisks = database
  .selectFrom('riskSystem')
  .innerJoin('aiSystem', 'aiSystem.id', 'riskSystem.systemId')
  .select(['riskId', 'aiSystem.id', 'aiSystem.name'])
  .orderBy('aiSystem.name')
  .orderBy('aiSystem.id')

export const controlsOfRisks = database
  .selectFrom('riskControl')
  .leftJoin('customControl', 'customControl.code', 'riskControl.code')
  .select(['riskId', 'riskControl.code', 'customControl.title as ownTitle'])
  .orderBy('riskControl.code')

export const knownControls = (codes: readonly string[]) =>
  database.selectFrom('soaDecision').select('code').where('code', 'in', listed(codes))

export const knownSystems = (ids: readonly string[]) => database.selectFrom('aiSystem').select('id').where('id', 'in', listed(ids))

export const referenceTaken = (reference: string, byAnotherThan: string) =>
  database.selectFrom('risk').select('id').where('reference', '=', reference).where('id', '<>', byAnotherThan)

/** The highest number among the references and so on. */
export const lastReference = database
  .selectFrom('risk')
  .select(sql<number | null>`max(CAST(substr(reference, 3) AS INTEGER))`.as('number'))
  .where(sql<boolean>`reference GLOB 'R-[0-9]*'`)

/** How many risks have started from each thing. */
export const usedOrigins = database
  .selectFrom('risk')
  .select(({ fn }) => ['origin', 'originId', fn.countAll<number>().as('used')])
  .where('origin', 'is not', null)
  .groupBy(['origin', 'originId'])

/** Harms of impact assessments with the system that they come from. */
export const harms = database
  .selectFrom('impact')
  .innerJoin('impactAssessment', 'impactAssessment.id', 'impact.assessmentId')
  .innerJoin('aiSystem', 'aiSystem.id', 'impactAssessment.systemId')
  .select([
    'impact.id',
    'impact.assessmentId',
    'impact.dimension',
    'impact.who',
    'impact.description',
    'impactAssessment.systemId',
    'aiSystem.name as systemName',
  ])
  .where('impact.kind', '=', 'harm')
  .orderBy('aiSystem.name')
  .orderBy('impact.createdAt')
  .orderBy('impact.id')

export const measuresOfHarms = database
  .selectFrom('impactMeasure')
  .select(['impactId', 'description', 'owner', 'dueDate', 'controlCode'])
  .where('impactId', 'is not', null)
  .orderBy('createdAt')
  .orderBy('id')

/** What the newest round found to be missing. */
export const findings = database
  .selectFrom('judgement')
  .select(['itemId', 'finding', 'action', 'owner', 'dueDate'])
  .where('roundId', '=', (of) => of.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1))
  .where((is) => is.or([is('conformity', 'in', ['partly', 'does-not-conform']), is(sql<string>`trim(finding)`, '<>', '')]))
