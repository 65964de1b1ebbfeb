import { afterEach, beforeEach, expect, it } from 'vitest'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const criteria = () => engagement.call('risk.criteria', {})
const scale = (...words: string[]) => words.map((word) => ({ word, meaning: `${word} means` }))
const three = scale('seldom', 'sometimes', 'often')

async function rated(likelihood: number, consequence: number) {
  const { id } = await engagement.call('risk.add', {})
  const steps = { currentLikelihood: likelihood, currentConsequence: consequence, inherentLikelihood: 5, targetConsequence: 1 }
  await engagement.call('risk.update', { id, fields: steps })
  return id
}

it('are five by five in words until others are set', async () => {
  const usual = await criteria()
  expect(usual.likelihood.map(({ word }) => word)).toEqual(['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'])
  expect(usual.consequence).toHaveLength(5)
  expect(usual.acceptance).toEqual([3, 2, 2, 1, 0])
  expect([...usual.likelihood, ...usual.consequence].every(({ meaning }) => meaning.length > 10)).toBe(true)
})

it('are set in one change, kept on the disk and undone', async () => {
  const usual = await criteria()
  const own = { likelihood: three, consequence: scale('a', 'b', 'c', 'd', 'e', 'f'), acceptance: [6, 1, 0], note: 'Board, June' }
  expect(await engagement.call('risk.setCriteria', own)).toEqual(own)
  await engagement.reopen()
  expect(await criteria()).toEqual(own)
  await engagement.call('risk.setCriteria', { note: 'Board, July' })
  expect(await criteria()).toEqual({ ...own, note: 'Board, July' })
  await engagement.undo()
  await engagement.undo()
  expect(await criteria()).toEqual(usual)
  const changes = await engagement.changes()
  await engagement.call('risk.setCriteria', {})
  expect(await engagement.changes()).toBe(changes)
})

it('that get shorter move ratings beyond them to the last step, in the same change', async () => {
  const [beyond, within] = [await rated(5, 5), await rated(2, 1)]
  const before = await engagement.call('risk.list', {})
  const preview = await engagement.call('risk.matrix', { likelihood: three })
  expect(preview).toMatchObject({ acceptance: [3, 2, 2], moved: 2 })
  expect(await engagement.call('risk.list', {})).toEqual(before)
  await engagement.call('risk.setCriteria', { likelihood: three, consequence: scale('x', 'y', 'z', 'w') })
  expect(await engagement.call('risk.get', { id: beyond })).toMatchObject({
    inherentLikelihood: 3,
    currentLikelihood: 3,
    currentConsequence: 4,
    targetLikelihood: null,
    targetConsequence: 1,
  })
  expect(await engagement.call('risk.get', { id: within })).toMatchObject({
    currentLikelihood: 2,
    currentConsequence: 1,
    inherentLikelihood: 3,
  })
  await engagement.undo()
  expect(await engagement.call('risk.list', {})).toEqual(before)
  expect((await engagement.job('engagement.check', {})).problems).toEqual([])
})

it('that get longer leave ratings alone and let the new step be rated', async () => {
  const id = await rated(5, 5)
  const { likelihood } = await criteria()
  await engagement.call('risk.setCriteria', { likelihood: [...likelihood, { word: 'Always', meaning: '' }] })
  expect((await criteria()).acceptance).toEqual([3, 2, 2, 1, 0, 0])
  expect(await engagement.call('risk.update', { id, fields: { currentLikelihood: 6 } })).toMatchObject({
    current: { likelihood: 6, level: 'high' },
  })
})

it('say of every cell how high it is, and what another line would change', async () => {
  await rated(1, 4)
  await rated(5, 5)
  await rated(1, 1)
  const now = await engagement.call('risk.matrix', {})
  expect(now.levels).toHaveLength(5)
  expect(now.levels[0]).toEqual(['low', 'low', 'low', 'medium', 'high'])
  expect(now.levels[4]).toEqual(['medium', 'high', 'high', 'high', 'high'])
  expect(now).toMatchObject({ better: 0, worse: 0, moved: 0 })
  expect(await engagement.call('risk.matrix', { acceptance: [4, 2, 2, 1, 0] })).toMatchObject({ better: 1, worse: 0 })
  expect(await engagement.call('risk.matrix', { acceptance: [0, 0, 0, 0, 0] })).toMatchObject({ better: 0, worse: 2 })
})

it.each<[string, object, string]>([
  ['a scale of two', { likelihood: scale('a', 'b') }, 'invalid-input'],
  ['a scale of seven', { consequence: scale('a', 'b', 'c', 'd', 'e', 'f', 'g') }, 'invalid-input'],
  ['a step without a word', { likelihood: scale('a', ' ', 'c') }, 'invalid-input'],
  ['a word twice', { likelihood: scale('a', 'b', 'A') }, 'invalid-input'],
  ['a rising line', { acceptance: [1, 2, 1, 1, 1] }, 'invalid-input'],
  ['a line beyond any scale', { acceptance: [7, 2, 1, 1, 1] }, 'invalid-input'],
  ['a negative line', { acceptance: [1, 0, 0, 0, -1] }, 'invalid-input'],
  ['a line beyond this scale', { acceptance: [6, 2, 1, 1, 1] }, 'conflict'],
  ['a line that is too short', { acceptance: [2, 1, 1] }, 'conflict'],
  ['a line of another scale', { likelihood: three, acceptance: [2, 1, 1, 1] }, 'conflict'],
])('%s is refused, and nothing is written', async (_, input, code) => {
  const [before, changes] = [await criteria(), await engagement.changes()]
  expect((await engagement.refusal('risk.setCriteria', input)).code).toBe(code)
  expect((await engagement.refusal('risk.matrix', input)).code).toBe(code)
  expect([await criteria(), await engagement.changes()]).toEqual([before, changes])
})
