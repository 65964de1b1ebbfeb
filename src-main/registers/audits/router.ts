import type { auditsContract } from '../../contract/audits.ts'
import { localDay } from '../../contract/days.ts'
import type { ModuleContext, ModuleHandlers } from '../../engagement/context.ts'
import { addItems, changeItem, raise, readChecklist, readGroups, removeItems } from './checklist.ts'
import { advance, readWork } from './nonconformities.ts'
import { readProgramme, summarize } from './programme.ts'

const today = ({ now }: ModuleContext) => localDay(now())

export const auditsRouter: ModuleHandlers<typeof auditsContract> = {
  programme: (context) => readProgramme(context.file, today(context)),
  summary: (context) => summarize(context.file, today(context)),
  groups: ({ file }, { auditId }) => readGroups(file, auditId),
  items: ({ file }, { auditId }) => readChecklist(file, auditId),
  addItems: ({ file }, { auditId, groups }) => ({ added: addItems(file, auditId, groups) }),
  removeItems: ({ file }, { auditId, groups }) => ({ removed: removeItems(file, auditId, groups) }),
  setItem: ({ file }, { id, fields }) => changeItem(file, id, fields),
  raise: ({ file, now }, { id }) => raise(file, id, now()),
  nonconformities: (context) => readWork(context.file, today(context)),
  advance: (context, { id, state }) => advance(context.file, id, state, today(context)),
}
