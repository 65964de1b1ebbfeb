import { localDay } from '../../contract/days.ts'
import type { reviewsContract } from '../../contract/reviews.ts'
import type { ModuleContext, ModuleHandlers } from '../../engagement/context.ts'
import { addDecision, changeDecision, hold, noteInput, readReview, removeDecision, summarize, toAction } from './reviews.ts'

const today = ({ now }: ModuleContext) => localDay(now())
const read = (context: ModuleContext, id: string) => readReview(context.file, id, today(context))

export const reviewsRouter: ModuleHandlers<typeof reviewsContract> = {
  get: (context, { id }) => read(context, id),
  summary: ({ file }) => summarize(file),
  note(context, { id, input, note }) {
    noteInput(context.file, id, input, note)
    return read(context, id)
  },
  hold(context, { id, heldOn }) {
    hold(context.file, id, heldOn ?? today(context), today(context))
    return read(context, id)
  },
  addDecision(context, { id, fields }) {
    addDecision(context.file, id, fields, context.now())
    return read(context, id)
  },
  updateDecision({ file }, { decisionId, fields }) {
    changeDecision(file, decisionId, fields)
    return {}
  },
  removeDecision({ file }, { decisionId }) {
    removeDecision(file, decisionId)
    return {}
  },
  toAction: ({ file, now }, { decisionId }) => toAction(file, decisionId, now()),
}
