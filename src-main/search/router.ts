import type { searchContract } from '../contract/search.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { findEverywhere } from './find.ts'

export const searchRouter: ModuleHandlers<typeof searchContract> = {
  find: ({ file }, { words }) => findEverywhere(file, words),
}
