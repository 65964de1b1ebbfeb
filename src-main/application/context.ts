import type { Settings } from '../contract/settings.ts'
import type { ModuleContext } from '../engagement/context.ts'
import type { Progress, Run } from '../task/task.ts'
import type { Jobs } from './jobs.ts'
import type { OpenEngagements } from './open-engagements.ts'
import type { Places } from './places.ts'
import type { RecentList } from './recent.ts'

/** What a procedure of the application itself works with. */
export interface ApplicationContext {
  places: Places
  /** The host that runs this: electron, browser or cli. */
  host: string
  settings: { read: () => Settings; write: (settings: Settings) => void }
  engagements: OpenEngagements
  recent: RecentList
  jobs: Jobs
  run: Run
  progress: Progress
}

/** What concerns an open file and the application at once. */
export interface OpenContext extends ApplicationContext, ModuleContext {
  handle: string
}
