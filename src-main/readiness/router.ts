import { localDay } from '../contract/days.ts'
import type { readinessContract } from '../contract/readiness.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { readDashboard, readReadiness } from './dashboard.ts'

export const readinessRouter: ModuleHandlers<typeof readinessContract> = {
  checks: ({ file, now, soaStanding }) => readReadiness(file, localDay(now()), soaStanding()),
  dashboard: ({ file, now, soaStanding }) => readDashboard(file, localDay(now()), soaStanding()),
}
