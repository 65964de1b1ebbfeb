import type { actionsContract } from '../contract/actions.ts'
import { localDay } from '../contract/days.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { readActions, summarize } from './actions.ts'
import { changeAction, changeActions } from './change.ts'

const today = ({ now }: ModuleContext) => localDay(now())

export const actionsRouter: ModuleHandlers<typeof actionsContract> = {
  list: (context) => readActions(context.file, today(context)),
  summary: (context) => summarize(readActions(context.file, today(context)), today(context)),
  update: (context, { fields, ...name }) => changeAction(context.file, name, fields, today(context)),
  updateMany: (context, { actions, fields }) => changeActions(context.file, actions, fields, today(context)),
}
