import type { jobsContract } from '../contract/jobs.ts'
import type { Handlers } from '../engagement/context.ts'
import type { ApplicationContext } from './context.ts'

export const jobsRouter: Handlers<typeof jobsContract, ApplicationContext> = {
  get: ({ jobs }, { job }) => jobs.get(job),
  cancel({ jobs }, { job }) {
    jobs.cancel(job)
    return {}
  },
}
