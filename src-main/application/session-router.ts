import type { engagementContract } from '../contract/engagement.ts'
import type { Handlers } from '../engagement/context.ts'
import type { OpenContext } from './context.ts'

/** What begins and ends with an open file, and is remembered beside it. */
export const sessionRouter: Handlers<Pick<typeof engagementContract, 'close' | 'remember'>, OpenContext> = {
  close({ recent, engagements, file, handle }) {
    recent.note(file)
    engagements.close(handle)
    return {}
  },
  remember({ recent, file }, { route }) {
    recent.note(file, route)
    return {}
  },
}
