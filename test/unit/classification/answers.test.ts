import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { EngagementInFolder, today } from '../engagement-in-folder.ts'
import { type Given, listed, plain } from './scenarios.ts'

let engagement: EngagementInFolder
let systemId: string
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  systemId = (await engagement.call('inventory.add', { name: 'Pricing', role: 'deployer' })).id
})
afterEach(() => engagement.remove())

const get = () => engagement.call('classification.get', { systemId })
const answer = (question: string, value: string[], reason?: string) =>
  engagement.call('classification.answer', { systemId, question, value, ...(reason === undefined ? {} : { reason }) })
const classInInventory = async () => (await engagement.call('inventory.systems', {})).find(({ id }) => id === systemId)?.riskClass

/** Answers what is asked, in the order in which it is asked, until nothing is open. */
async function answerAll(given: Given) {
  for (;;) {
    const { asked, answers } = await get()
    const open = asked.find((id) => !answers.some(({ question, value }) => question === id && value.length > 0))
    if (open === undefined) return
    await answer(open, given[open] ?? [])
  }
}

describe('a system without answers', () => {
  it('is not classified, asks what is always asked, and has no record', async () => {
    const { riskClass, record, answers, asked, outcome } = await get()
    expect({ riskClass, record, answers }).toEqual({ riskClass: 'unclassified', record: null, answers: [] })
    expect(asked).toEqual([
      'inference',
      'autonomy',
      'union',
      'exclusion',
      'role',
      'practice',
      'product',
      'area',
      'transparency',
      'general-purpose',
    ])
    expect(outcome).toMatchObject({ complete: false, duties: [], steps: [] })
    expect(await classInInventory()).toBe('unclassified')
  })

  it('has the role of the inventory proposed, and not taken', async () => {
    expect((await get()).proposed).toEqual([{ question: 'role', value: ['deployer'] }])
    expect((await get()).outcome.roles).toEqual([])
    expect((await answer('role', ['provider'])).proposed).toEqual([])
    await engagement.call('inventory.update', { id: systemId, fields: { role: null } })
    expect((await answer('role', [])).proposed).toEqual([])
  })
})

describe('an answer', () => {
  it('is one change, whose label names question and system, and which one undo takes back', async () => {
    const before = await engagement.changes()
    await answer('inference', ['learned'], 'Gradient boosting')
    expect(await engagement.changes()).toBe(before + 1)
    expect((await engagement.call('engagement.undoState', {})).undo).toBe('EU AI Act, Pricing: “How it works out its outputs” answered')
    await engagement.undo()
    expect((await get()).answers).toEqual([])
    expect((await get()).record).toBeNull()
    await engagement.call('engagement.redo', {})
    expect((await get()).answers).toMatchObject([{ question: 'inference', value: ['learned'], reason: 'Gradient boosting' }])
  })

  it('that decides the class writes it with the same change, for the inventory to show', async () => {
    await answerAll(listed)
    expect(await classInInventory()).toBe('high-risk')
    await answer('inference', ['rules'])
    expect(await classInInventory()).toBe('not-an-ai-system')
    await engagement.undo()
    expect(await classInInventory()).toBe('high-risk')
    await engagement.reopen()
    expect(await classInInventory()).toBe('high-risk')
    expect((await get()).outcome.highRiskBy).toEqual(['annex-3'])
  })

  it('that does not matter any more is kept, and counts again when it matters again', async () => {
    await answerAll(listed)
    const whole = await get()
    await answer('area', ['none'])
    const without = await get()
    expect(without.asked).not.toContain('services')
    expect(without.riskClass).toBe('minimal')
    expect(without.answers.find(({ question }) => question === 'services')?.value).toEqual(['insurance'])
    expect((await answer('area', ['services'])).outcome).toEqual(whole.outcome)
  })

  it('is taken back with an empty list; with a reason the reason stays', async () => {
    await answer('inference', ['learned'])
    expect((await answer('inference', [])).answers).toEqual([])
    await answer('inference', ['learned'], 'Fitted to claims')
    expect((await answer('inference', [])).answers).toMatchObject([{ value: [], reason: 'Fitted to claims' }])
    expect(await engagement.undo()).toContain('taken back')
  })

  it('keeps its reason when it changes, and its value when the reason does', async () => {
    await answer('union', ['union'], 'Seat in Vienna')
    await answer('union', ['third-country'])
    await engagement.call('classification.answer', { systemId, question: 'union', reason: 'Seat in Zurich' })
    expect((await get()).answers).toMatchObject([{ question: 'union', value: ['third-country'], reason: 'Seat in Zurich' }])
  })

  it('given again changes nothing and leaves no trace', async () => {
    await answer('inference', ['learned'])
    const changes = await engagement.changes()
    await answer('inference', ['learned'])
    expect(await engagement.changes()).toBe(changes)
  })
})

describe('is refused, and nothing is written:', () => {
  const cases: [string, Partial<InputOf<'classification.answer'>>, string, RegExp][] = [
    ['a question that is not there', { question: 'colour', value: ['red'] }, 'invalid-input', /colour/],
    ['an answer that the question does not have', { question: 'inference', value: ['magic'] }, 'invalid-input', /magic/],
    ['two answers where one is asked for', { question: 'inference', value: ['learned', 'rules'] }, 'invalid-input', /takes one answer/],
    ['none of these beside something', { question: 'practice', value: ['none', 'emotions'] }, 'invalid-input', /stands alone/],
    ['a question that is not asked', { question: 'influence', value: ['no'] }, 'conflict', /not asked/],
    [
      'a system that is not there',
      { systemId: '01900000-0000-7000-8000-000000000000', question: 'inference', value: ['learned'] },
      'not-found',
      /01900000/,
    ],
    ['a system that has no identifier', { systemId: 'x', question: 'inference', value: ['learned'] }, 'invalid-input', /./],
  ]
  test.each(cases)('%s', async (_name, input, code, sentence) => {
    const changes = await engagement.changes()
    const report = await engagement.refusal('classification.answer', { systemId, ...input })
    expect(report).toMatchObject({ code, sentence: expect.stringMatching(sentence) })
    expect(await engagement.changes()).toBe(changes)
    expect((await get()).answers).toEqual([])
  })

  test.each(['classification.get', 'classification.reset'] as const)('%s of a system that is not there', async (procedure) => {
    expect((await engagement.refusal(procedure, { systemId: '01900000-0000-7000-8000-000000000000' })).code).toBe('not-found')
  })
})

describe('the sign-off', () => {
  it('says who and when, keeps class and answers, and is undone alone', async () => {
    await answerAll(plain)
    await engagement.call('classification.update', { systemId, fields: { classifiedBy: 'Compliance Officer', classifiedOn: today } })
    expect(await get()).toMatchObject({ classifiedBy: 'Compliance Officer', classifiedOn: today, riskClass: 'minimal' })
    expect(await engagement.undo()).toContain('Pricing')
    expect(await get()).toMatchObject({ classifiedBy: '', classifiedOn: null, riskClass: 'minimal' })
  })

  it('is refused with a day that the calendar does not have', async () => {
    const report = await engagement.refusal('classification.update', { systemId, fields: { classifiedOn: '2026-02-30' } })
    expect(report.code).toBe('invalid-input')
  })
})

it('every answer is taken back as one change, and undo brings all of it again', async () => {
  await answerAll(listed)
  const before = await get()
  const cleared = await engagement.call('classification.reset', { systemId })
  expect(cleared).toMatchObject({ answers: [], record: null, riskClass: 'unclassified' })
  expect(await classInInventory()).toBe('unclassified')
  await engagement.undo()
  expect(await get()).toEqual(before)
})

it('answers of one system are not those of another', async () => {
  const other = await engagement.call('inventory.add', { name: 'Other' })
  await answerAll(listed)
  expect(await engagement.call('classification.get', { systemId: other.id })).toMatchObject({ answers: [], riskClass: 'unclassified' })
})
