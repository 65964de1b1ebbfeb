import { localDay } from '../contract/days.ts'
import type { gapContract } from '../contract/gap.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { confirm, deleteRound, judge, startRound, updateRound } from './judge.ts'
import { readDifference, readJudgements, readResults, readRound, readRounds } from './results.ts'

export const gapRouter: ModuleHandlers<typeof gapContract> = {
  rounds: ({ file }) => readRounds(file),
  startRound: ({ file, now }, { startedOn, ...round }) => startRound(file, { ...round, startedOn: startedOn ?? localDay(now()) }, now()),
  updateRound: ({ file }, { roundId, ...fields }) => updateRound(file, roundId, fields),
  judgements: ({ file }, { roundId }) => readJudgements(file, readRound(file, roundId).id),
  judge: ({ file }, { roundId, itemId, fields }) => judge(file, roundId, itemId, fields),
  confirm: ({ file }, { roundId, itemIds }) => ({ confirmed: confirm(file, roundId, itemIds) }),
  results: ({ file }, { roundId }) => readResults(file, roundId),
  difference: ({ file }, { from, to }) => readDifference(file, from, to),
  deleteRound({ file }, { roundId }) {
    deleteRound(file, roundId)
    return {}
  },
}
