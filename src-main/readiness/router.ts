import type { readinessContract } from '../contract/readiness.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { readDashboard, readReadiness } from './dashboard.ts'

export const readinessRouter: ModuleHandlers<typeof readinessContract> = {
  checks: ({ file, now, soaStanding }) => readReadiness(file, now().toISOString().slice(0, 10), soaStanding()),
  dashboard: ({ file, now, soaStanding }) => readDashboard(file, now().toISOString().slice(0, 10), soaStanding()),
}
