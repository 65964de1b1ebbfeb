import type { crosswalkContract } from '../contract/crosswalk.ts'
import { localDay } from '../contract/days.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { changeIsms, changeNote, findOlder } from './changes.ts'
import { readIsms, readRows } from './rows.ts'

export const crosswalkRouter: ModuleHandlers<typeof crosswalkContract> = {
  rows: ({ file, now }, { framework }) => readRows(file, framework, localDay(now())),
  older: (_context, { words }) => findOlder(words),
  note({ file }, { framework, item, fields }) {
    changeNote(file, framework, item, fields)
    return {}
  },
  isms: ({ file }) => ({ state: readIsms(file) }),
  setIsms({ file }, { state }) {
    changeIsms(file, state)
    return { state: readIsms(file) }
  },
}
