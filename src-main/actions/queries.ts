import { sql } from 'kysely'
import { database } from '../engagement/database.ts'

/** Each reads its whole source, or the one record of an id. */

/** Own entries of the register of actions, each with the review whose decision it carries out. */
export const ownActions = (only?: string) =>
  database
    .selectFrom('actionsRegister as a')
    .leftJoin('reviewDecision as d', 'd.actionId', 'a.id')
    .leftJoin('reviewsRegister as r', 'r.id', 'd.reviewId')
    .select(['a.id', 'a.reference', 'a.title', 'a.owner', 'a.dueDate', 'a.state', 'a.priority', 'r.reference as review'])
    .groupBy('a.id')
    .$if(only !== undefined, (query) => query.where('a.id', '=', only ?? ''))

/** What is linked with entries of the register of actions, whichever names the other. */
export const linksOfActions = (only?: string) =>
  database
    .selectFrom('recordLink')
    .select(['recordId as actionId', 'targetKind as kind', 'targetId as id'])
    .where('recordKind', '=', 'actions')
    .$if(only !== undefined, (query) => query.where('recordId', '=', only ?? ''))
    .unionAll(
      database
        .selectFrom('recordLink')
        .select(['targetId as actionId', 'recordKind as kind', 'recordId as id'])
        .where('targetKind', '=', 'actions')
        .$if(only !== undefined, (query) => query.where('targetId', '=', only ?? '')),
    )

const newestRound = database.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1)

const isWritten = (column: string) => sql<boolean>`trim(${sql.ref(column)}, char(9, 10, 13, 32)) <> ''`

/** Actions of the newest round against what does not conform in full, and those that were carried out since: what conforms now. */
export const findingActions = (only?: string) =>
  database
    .selectFrom('judgement as j')
    .innerJoin('gapRound as g', 'g.id', 'j.roundId')
    .select(['j.id', 'j.itemId', 'j.action', 'j.owner', 'j.dueDate', 'j.priority', 'j.conformity', 'g.name as round', 'g.closedOn'])
    .where('j.roundId', '=', newestRound)
    .where('j.conformity', 'in', ['partly', 'does-not-conform', 'conforms'])
    .where(isWritten('j.action'))
    .$if(only !== undefined, (query) => query.where('j.id', '=', only ?? ''))

/** Treatments of risks that are not closed: everything but retaining is something to be done (clause 6.1.3). */
export const treatments = (only?: string) =>
  database
    .selectFrom('risk')
    .select([
      'id',
      'reference',
      'title',
      'owner',
      'treatment',
      'treatmentPlan',
      'treatmentOwner',
      'treatmentDue as dueDate',
      'treatmentStatus',
    ])
    .where('state', '=', 'open')
    .where('treatment', 'in', ['avoid', 'modify', 'share'])
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))

export const impactMeasures = (only?: string) =>
  database
    .selectFrom('impactMeasure as m')
    .innerJoin('impactAssessment as a', 'a.id', 'm.assessmentId')
    .innerJoin('aiSystem as s', 's.id', 'a.systemId')
    .select(['m.id', 'm.assessmentId', 'm.description', 'm.owner', 'm.dueDate', 'm.status', 's.name as systemName'])
    .$if(only !== undefined, (query) => query.where('m.id', '=', only ?? ''))

/** Nonconformities whose corrective action is written, or which wait for one (clause 10.2). An observation alone asks for none. */
export const correctiveActions = (only?: string) =>
  database
    .selectFrom('nonconformitiesRegister')
    .select(['id', 'reference', 'title', 'owner', 'dueDate', 'state', 'grade', 'correctiveAction'])
    .where((is) => is.or([is('grade', 'is', null), is('grade', '<>', 'observation'), isWritten('correctiveAction')]))
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))

export const objectives = (only?: string) =>
  database
    .selectFrom('objectivesRegister')
    .select(['id', 'reference', 'title', 'owner', 'dueDate', 'state'])
    .where((is) => is.or([is('dueDate', 'is not', null), is('state', 'in', ['met', 'dropped'])]))
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))

export const roadmapTasks = (only?: string) =>
  database
    .selectFrom('roadmapTask')
    .select(['id', 'title', 'phase', 'owner', 'startOn', 'endOn', 'actualStartOn', 'actualEndOn'])
    .where('kind', '=', 'task')
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
