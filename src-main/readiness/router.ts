import type { readinessContract } from '../contract/readiness.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { readDashboard, readReadiness } from './dashboard.ts'

export const readinessRouter: ModuleHandlers<typeof readinessContract> = {
  checks: ({ file, now }) => readReadiness(file, now().toISOString().slice(0, 10)),
  dashboard: ({ file, now }) => readDashboard(file, now().toISOString().slice(0, 10)),
}
