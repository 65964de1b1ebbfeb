import { sql } from 'kysely'
import { database } from '../engagement/database.ts'
import { inUse } from '../engagement/systems-in-use.ts'

/** What was entered for the estimate. */
export const costSettings = database.selectFrom('setting').select(['id', 'value']).where('id', 'like', 'cost.%')

/** AI systems that count: not those that are none, or that nobody uses any more; and the high-risk ones among them. */
export const systemCounts = database
  .selectFrom('aiSystem')
  .leftJoin('classification', 'classification.systemId', 'aiSystem.id')
  .select([sql<number>`count(*)`.as('systems'), sql<number>`coalesce(sum(classification.riskClass = 'high-risk'), 0)`.as('highRisk')])
  .where(sql<boolean>`coalesce(classification.riskClass, '') <> 'not-an-ai-system'`)
  .where(inUse)

/** Open gaps of the newest round, and the days that they are estimated at. */
export const gapEffort = database
  .selectFrom('judgement')
  .select([
    sql<number>`count(*)`.as('gaps'),
    sql<number>`coalesce(sum(effortDays IS NULL), 0)`.as('withoutEffort'),
    sql<number>`coalesce(sum(effortDays), 0)`.as('effortDays'),
  ])
  .where('roundId', '=', (of) => of.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1))
  .where('conformity', 'in', ['partly', 'does-not-conform'])
