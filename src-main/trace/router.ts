import { localDay } from '../contract/days.ts'
import type { traceContract } from '../contract/trace.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { traceAround } from './around.ts'
import { traceStart } from './start.ts'

export const traceRouter: ModuleHandlers<typeof traceContract> = {
  around: ({ file, now }, { depth, ...item }) => traceAround(file, item, depth, localDay(now())),
  start: ({ file }) => traceStart(file),
}
