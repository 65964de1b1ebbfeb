import { localDay } from '../contract/days.ts'
import type { readinessContract } from '../contract/readiness.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { readDashboard, readReadiness } from './dashboard.ts'
import { readAllOverdue } from './due.ts'

const today = ({ now }: ModuleContext) => localDay(now())

export const readinessRouter: ModuleHandlers<typeof readinessContract> = {
  overdue: (context) => readAllOverdue(context.file, today(context)),
  checks: (context) => readReadiness(context.file, today(context), context.soaStanding()),
  dashboard: (context) => readDashboard(context.file, today(context), context.soaStanding()),
}
