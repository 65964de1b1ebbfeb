import { loadRaciGuide } from '../../catalog/raci-guide.ts'
import type { raciContract } from '../../contract/raci.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'
import { addActivities, assign, moveActivity, readMatrix, removeActivity, renameActivity } from './matrix.ts'

export const raciRouter: ModuleHandlers<typeof raciContract> = {
  matrix: ({ file }) => readMatrix(file),
  library({ file }) {
    const known = new Set(readMatrix(file).activities.map(({ title }) => title))
    return loadRaciGuide().filter(({ title }) => !known.has(title))
  },
  add: ({ file, now }, { activities }) => ({ ids: addActivities(file, activities, now()) }),
  rename({ file }, { id, title }) {
    renameActivity(file, id, title)
    return {}
  },
  move({ file }, { id, by }) {
    moveActivity(file, id, by)
    return {}
  },
  remove({ file }, { id }) {
    removeActivity(file, id)
    return {}
  },
  assign({ file }, { activityId, roleId, letter }) {
    assign(file, activityId, roleId, letter)
    return {}
  },
}
