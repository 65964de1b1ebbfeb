import { localDay } from '../../contract/days.ts'
import type { trainingContract } from '../../contract/training.ts'
import type { ModuleContext, ModuleHandlers } from '../../engagement/context.ts'
import { readMatrix, record, release, summaryOf } from './matrix.ts'

const today = ({ now }: ModuleContext) => localDay(now())

export const trainingRouter: ModuleHandlers<typeof trainingContract> = {
  matrix: (context) => readMatrix(context.file, today(context)),
  summary: (context) => summaryOf(readMatrix(context.file, today(context))),
  record({ file }, { personIds, courseIds, fields }) {
    record(file, personIds, courseIds, fields)
    return {}
  },
  release({ file }, { personIds, courseIds }) {
    release(file, personIds, courseIds)
    return {}
  },
}
