import { database } from '../../engagement/database.ts'

export const auditById = (id: string) => database.selectFrom('auditsRegister').selectAll().where('id', '=', id)

export const allAudits = database
  .selectFrom('auditsRegister')
  .select(['id', 'reference', 'title', 'kind', 'state', 'plannedOn', 'heldOn'])
  .orderBy('plannedOn')
  .orderBy('reference')

/** Lines of checklists with the nonconformity that was made of each. */
export const checklistLines = database
  .selectFrom('auditItem as i')
  .leftJoin('nonconformitiesRegister as n', 'n.id', 'i.nonconformityId')
  .select([
    'i.id',
    'i.auditId',
    'i.itemId',
    'i.question',
    'i.result',
    'i.seen',
    'i.place',
    'n.id as nonconformityId',
    'n.reference',
    'n.title',
    'n.state',
  ])
  .orderBy('i.place')
  .orderBy('i.id')

/** Which items each audit looks at. */
export const looksAt = database.selectFrom('auditItem').select(['auditId', 'itemId']).where('result', '<>', 'not-covered')

export const roleHolders = database
  .selectFrom('rolesRegister')
  .select(['title', 'holder'])
  .where('state', '<>', 'ended')
  .where('holder', '<>', '')

export const decisionOwners = database.selectFrom('soaDecision').select(['code', 'responsible', 'applicability'])

export const judgementOwners = database
  .selectFrom('judgement')
  .select(['itemId', 'owner'])
  .where('owner', '<>', '')
  .where('roundId', '=', (of) => of.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1))

export const auditsOfNonconformities = database
  .selectFrom('auditItem as i')
  .innerJoin('auditsRegister as a', 'a.id', 'i.auditId')
  .select(['i.nonconformityId', 'a.id', 'a.reference', 'a.title'])
  .where('i.nonconformityId', 'is not', null)
