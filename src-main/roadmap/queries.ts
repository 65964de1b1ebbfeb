import { database } from '../engagement/database.ts'

export const allTasks = database.selectFrom('roadmapTask').selectAll().orderBy('place').orderBy('startOn').orderBy('endOn').orderBy('id')

export const taskById = (id: string) => database.selectFrom('roadmapTask').selectAll().where('id', '=', id)

export const allDependencies = database.selectFrom('roadmapDependency').select(['taskId', 'afterId']).orderBy('id')

export const allItems = database.selectFrom('roadmapTaskItem').select(['taskId', 'itemId']).orderBy('id')

export const roundsOldestFirst = database.selectFrom('gapRound').select(['id', 'name', 'startedOn']).orderBy('createdAt').orderBy('id')

/** What is judged as not met in full, in every round. */
export const gapsOfRounds = database
  .selectFrom('judgement')
  .select(['roundId', 'itemId', 'finding', 'action', 'owner', 'effortDays', 'priority', 'dueDate'])
  .where('conformity', 'in', ['partly', 'does-not-conform'])
