import type { costContract } from '../contract/cost.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { resetAssumptions, setAssumption, setCurrency } from './assumptions.ts'
import { readEstimate } from './estimate.ts'

export const costRouter: ModuleHandlers<typeof costContract> = {
  estimate: ({ file }) => readEstimate(file),
  set({ file }, { id, value }) {
    setAssumption(file, id, value)
    return readEstimate(file)
  },
  setCurrency({ file }, { currency, rate }) {
    setCurrency(file, currency, rate)
    return readEstimate(file)
  },
  reset({ file }) {
    resetAssumptions(file)
    return readEstimate(file)
  },
}
