import { sql } from 'kysely'
import { database } from '../engagement/database.ts'
import { concernsSystemInUse, inUse, isSystemInUse } from '../engagement/systems-in-use.ts'

/** Open risks by the controls that treat them; a closed risk asks for nothing more, nor one of retired systems alone. */
export const risksOfControls = database
  .selectFrom('riskControl')
  .innerJoin('risk', 'risk.id', 'riskControl.riskId')
  .select(['code', 'risk.id', 'reference', 'title', 'currentLikelihood', 'currentConsequence'])
  .where('state', '=', 'open')
  .where(concernsSystemInUse)
  .orderBy('reference')

/** Impact assessments by the controls through which their measures are carried out. */
export const assessmentsOfMeasures = database
  .selectFrom('impactMeasure')
  .innerJoin('impactAssessment', 'impactAssessment.id', 'assessmentId')
  .select(['controlCode as code', 'impactAssessment.id', 'title', 'systemId'])
  .distinct()
  .where('controlCode', 'is not', null)
  .where(isSystemInUse('systemId'))
  .orderBy('title')

/** Impact assessments by the controls of the open risks that their harms became. */
export const assessmentsOfHarms = database
  .selectFrom('riskControl')
  .innerJoin('risk', 'risk.id', 'riskControl.riskId')
  .innerJoin('impact', 'impact.id', 'risk.originId')
  .innerJoin('impactAssessment', 'impactAssessment.id', 'impact.assessmentId')
  .select(['code', 'impactAssessment.id', 'impactAssessment.title', 'systemId'])
  .distinct()
  .where('risk.origin', '=', 'impact')
  .where(concernsSystemInUse)
  .where(isSystemInUse('impactAssessment.systemId'))
  .where('state', '=', 'open')
  .orderBy('impactAssessment.title')

/** AI systems that the open risks of a control concern. */
export const systemsOfRisks = database
  .selectFrom('riskControl')
  .innerJoin('risk', 'risk.id', 'riskControl.riskId')
  .innerJoin('riskSystem', 'riskSystem.riskId', 'risk.id')
  .select(['code', 'systemId'])
  .distinct()
  .where('state', '=', 'open')
  .where(isSystemInUse('systemId'))

/** Every AI system in use by name, with the list of its duties as its column holds it. */
export const systemsWithDuties = database
  .selectFrom('aiSystem')
  .leftJoin('classification', 'classification.systemId', 'aiSystem.id')
  .select(['aiSystem.id', 'name', 'duties'])
  .where(inUse)
  .orderBy(sql`name COLLATE NOCASE`)
  .orderBy('aiSystem.id')
