import { database } from '../engagement/database.ts'

/** Oldest first. */
export const rounds = database.selectFrom('gapRound').selectAll().orderBy('createdAt').orderBy('id')

export const roundById = (id: string) => database.selectFrom('gapRound').selectAll().where('id', '=', id)

export const judgementsOf = (roundId: string) => database.selectFrom('judgement').selectAll().where('roundId', '=', roundId)

export const judgementOf = (roundId: string, itemId: string) => judgementsOf(roundId).where('itemId', '=', itemId)
