import { localDay } from '../../contract/days.ts'
import type { suppliersContract } from '../../contract/suppliers.ts'
import type { ModuleContext, ModuleHandlers } from '../../engagement/context.ts'
import { addNamed, answerQuestion } from './changes.ts'
import { readDetails, readNamed, readStates } from './suppliers.ts'

const today = ({ now }: ModuleContext) => localDay(now())

export const suppliersRouter: ModuleHandlers<typeof suppliersContract> = {
  states: (context) => readStates(context.file, today(context)),
  get: (context, { id }) => readDetails(context.file, id, today(context)),
  answer(context, { id, question, fields }) {
    answerQuestion(context.file, id, question, fields)
    return readDetails(context.file, id, today(context))
  },
  named: ({ file }) => readNamed(file),
  addNamed({ file, now }, { names }) {
    addNamed(file, names, now())
    return {}
  },
}
