import { localDay } from '../contract/days.ts'
import type { roadmapContract } from '../contract/roadmap.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { readBurnDown } from './burn-down.ts'
import { addTask, changeTask, changeTasks, finishTasks, removeTasks, setAfter, setBaseline, setItems } from './changes.ts'
import { readInPlace } from './in-place.ts'
import { makePlan, proposePlan } from './make.ts'
import { readPlan, readTask } from './read.ts'
import { readSummary } from './summary.ts'

const today = ({ now }: ModuleContext) => localDay(now())
const read = (context: ModuleContext, id: string) => readTask(context.file, id, today(context))

export const roadmapRouter: ModuleHandlers<typeof roadmapContract> = {
  plan: (context) => readPlan(context.file, today(context)),
  task: (context, { id }) => read(context, id),
  propose: (context, start) => proposePlan(context.file, { ...start, today: today(context) }),
  make: (context, start) => makePlan(context.file, { ...start, today: today(context) }, context.now()),
  add(context, { phase, kind, title, startOn }) {
    const id = addTask(context.file, { phase, kind, title, startOn: startOn ?? today(context) }, context.now())
    return read(context, id)
  },
  update(context, { id, fields }) {
    const settled = changeTask(context.file, id, fields, today(context))
    return { task: read(context, id), ...settled }
  },
  updateMany: (context, { ids, fields }) => ({ changed: changeTasks(context.file, ids, fields, today(context)) }),
  setAfter(context, { id, afterIds }) {
    const settled = setAfter(context.file, id, afterIds)
    return { task: read(context, id), ...settled }
  },
  setItems(context, { id, itemIds }) {
    setItems(context.file, id, itemIds)
    return read(context, id)
  },
  inPlace: (context) => readInPlace(context.file, today(context)),
  finishInPlace: (context) => ({ finished: finishTasks(context.file, readInPlace(context.file, today(context))) }),
  setBaseline: ({ file }) => ({ tasks: setBaseline(file) }),
  remove({ file }, { ids }) {
    removeTasks(file, ids)
    return {}
  },
  burnDown: (context) => readBurnDown(context.file, today(context)),
  summary: (context) => readSummary(context.file, today(context)),
}
