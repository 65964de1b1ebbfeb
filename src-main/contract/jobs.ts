import { z } from 'zod'
import { errorReport } from './errors.ts'
import { done, ofApplication } from './procedure.ts'

export const jobState = z.object({
  job: z.uuid(),
  procedure: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** 0 to 1. */
  progress: z.number(),
  /** What is being done now, in words. */
  step: z.string(),
  output: z.unknown().optional(),
  error: errorReport.optional(),
})
export type JobState = z.infer<typeof jobState>

/** What a call of a job answers at once; the output comes with jobs.get. */
export const jobStarted = z.object({ job: z.uuid() })

export const jobsContract = {
  get: ofApplication.query('State, progress and output of a job', z.object({ job: z.uuid() }), jobState),
  cancel: ofApplication.mutation('Stop a job; what it had begun to write is removed', z.object({ job: z.uuid() }), done),
}
