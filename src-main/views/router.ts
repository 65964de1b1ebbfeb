import { v7 as uuid } from 'uuid'
import type { viewsContract } from '../contract/views.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { readViews, removeView, saveView } from './views.ts'

export const viewsRouter: ModuleHandlers<typeof viewsContract> = {
  list: ({ file }, { screen }) => readViews(file, screen),
  save: ({ file }, view) => saveView(file, view, uuid),
  remove({ file }, { id }) {
    removeView(file, id)
    return {}
  },
}
