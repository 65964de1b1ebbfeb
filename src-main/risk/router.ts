import { loadRiskGuide } from '../catalog/risk-guide.ts'
import { localDay } from '../contract/days.ts'
import type { riskContract } from '../contract/risk.ts'
import type { Handlers, ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { addRisks, changeRisk, changeRisks, findSeeds, removeRisks, setControls, setSystems } from './changes.ts'
import { changeCriteria, previewMatrix, readCriteria } from './criteria.ts'
import { readRisk, readRiskRows } from './risks.ts'
import { listSeeds } from './seeds.ts'

type OfApplication = 'guide'

export const riskGuideRouter: Handlers<Pick<typeof riskContract, OfApplication>, unknown> = {
  guide: () => loadRiskGuide(),
}

const today = ({ now }: ModuleContext) => localDay(now())
const read = (context: ModuleContext, id: string) => readRisk(context.file, id, today(context))

export const riskRouter: ModuleHandlers<Omit<typeof riskContract, OfApplication>> = {
  criteria: ({ file }) => readCriteria(file),
  setCriteria({ file }, changes) {
    changeCriteria(file, changes)
    return readCriteria(file)
  },
  matrix: ({ file }, draft) => previewMatrix(file, draft),
  list: (context) => readRiskRows(context.file, today(context)),
  get: (context, { id }) => read(context, id),
  seeds: ({ file }, { origin }) => listSeeds(file, origin),
  add(context, { title, systemIds, from }) {
    const [seed] = findSeeds(context.file, from ? [from] : [])
    const [id = ''] = addRisks(context.file, [{ title, seed }], systemIds, context.now())
    return read(context, id)
  },
  addMany({ file, now }, { from, systemIds }) {
    const starts = findSeeds(file, from).map((seed) => ({ seed }))
    return { ids: addRisks(file, starts, systemIds, now()) }
  },
  update(context, { id, fields }) {
    changeRisk(context.file, id, fields)
    return read(context, id)
  },
  updateMany: ({ file }, { ids, fields }) => ({ changed: changeRisks(file, ids, fields) }),
  setSystems(context, { id, systemIds }) {
    setSystems(context.file, id, systemIds)
    return read(context, id)
  },
  setControls(context, { id, codes }) {
    setControls(context.file, id, codes)
    return read(context, id)
  },
  remove({ file }, { ids }) {
    removeRisks(file, ids)
    return {}
  },
}
