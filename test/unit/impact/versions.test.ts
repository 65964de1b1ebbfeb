import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngagementInFolder, moment } from '../engagement-in-folder.ts'
import { complete, startedAssessment } from './started-assessment.ts'

let engagement: EngagementInFolder
let assessmentId: string
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  assessmentId = (await startedAssessment(engagement)).id
})
afterEach(() => engagement.remove())

const approve = (note = '') =>
  engagement.call('impact.approve', { assessmentId, approver: 'Chief Risk Officer', approvedOn: '2026-12-01', note })
const version = (number: number) => engagement.call('impact.version', { assessmentId, number })
const difference = (from: number, to: number) => engagement.call('impact.difference', { assessmentId, from, to })
const get = () => engagement.call('impact.get', { assessmentId })
const state = async () => (await engagement.call('impact.list', {}))[0]?.state

describe('approval', () => {
  it('freezes the assessment as numbered versions, with approver, date and note', async () => {
    await complete(engagement, assessmentId)
    const first = await approve('Release 1')
    expect(first).toEqual({
      id: first.id,
      number: 1,
      approver: 'Chief Risk Officer',
      approvedOn: '2026-12-01',
      note: 'Release 1',
      createdAt: moment,
    })
    expect(await get()).toMatchObject({ state: 'approved', latestVersion: 1, changedSince: false })
    await engagement.call('impact.update', { assessmentId, fields: { conclusion: 'Better' } })
    const second = await approve()
    expect(await engagement.call('impact.versions', { assessmentId })).toEqual([second, first])
    expect(await version(2)).toEqual(await version(0))
    expect((await version(1)).conclusion).toBe('Acceptable')
  })

  it('is refused while something is missing, with how much and what first, and nothing is written', async () => {
    const changes = await engagement.changes()
    const report = await engagement.refusal('impact.approve', { assessmentId, approver: 'Chief Risk Officer', approvedOn: '2026-12-01' })
    expect(report).toMatchObject({ code: 'conflict', details: { reason: expect.stringMatching(/^3 .*triage/) } })
    expect(await engagement.changes()).toBe(changes)
    expect(await engagement.call('impact.versions', { assessmentId })).toEqual([])
  })

  it.each([
    ['no approver', { approver: '', approvedOn: '2026-12-01' }],
    ['no date', { approver: 'Chief Risk Officer' }],
    ['a date that the calendar does not have', { approver: 'Chief Risk Officer', approvedOn: '2026-02-30' }],
  ])('is refused with %s', async (_name, input) => {
    await complete(engagement, assessmentId)
    expect((await engagement.refusal('impact.approve', { assessmentId, ...input })).code).toBe('invalid-input')
  })
})

describe('an approved version', () => {
  it('stays as it is whatever is changed later, and through undo', async () => {
    const { impacts, measures } = await complete(engagement, assessmentId)
    await approve()
    const frozen = await version(1)
    expect(frozen).toMatchObject({ systemName: 'Chat', triageProposal: 'full', impacts: [{}, { level: 12, residualLevel: 4 }] })
    expect((await engagement.refusal('engagement.undo', {})).code).toBe('nothing-to-undo')
    await engagement.call('impact.updateImpact', { id: impacts[1]?.id ?? '', fields: { severity: 1, description: 'Other' } })
    await engagement.call('impact.removeMeasure', { id: measures[0]?.id ?? '' })
    await engagement.call('impact.update', { assessmentId, fields: { title: 'Other', triage: 'not-needed' } })
    await engagement.call('inventory.update', { id: frozen.systemId, fields: { name: 'Renamed' } })
    await engagement.reopen()
    expect(await version(1)).toEqual(frozen)
    expect((await version(0)).systemName).toBe('Renamed')
  })

  it('cannot be changed or deleted in the file either, nor its assessment removed', async () => {
    await complete(engagement, assessmentId)
    await approve()
    expect((await engagement.refusal('impact.remove', { assessmentId })).code).toBe('conflict')
    await engagement.call('engagement.close', {})
    const connection = new SQLite(engagement.at('a.aims'))
    try {
      for (const statement of [
        'UPDATE impactVersion SET approver = ?',
        'UPDATE impactVersion SET content = ?',
        'UPDATE impactVersion SET derived = ?',
      ])
        expect(() => connection.prepare(statement).run('{}')).toThrow('never changes')
      expect(() => connection.prepare('DELETE FROM impactVersion').run()).toThrow('never changes')
    } finally {
      connection.close()
    }
  })

  it('is read by its number, and one that is not there is named', async () => {
    await complete(engagement, assessmentId)
    await approve()
    expect((await engagement.refusal('impact.version', { assessmentId, number: 2 })).code).toBe('not-found')
    expect((await engagement.refusal('impact.difference', { assessmentId, from: 1, to: 7 })).code).toBe('not-found')
    for (const number of [-1, 1.5, '1'])
      expect((await engagement.refusal('impact.version', { assessmentId, number })).code).toBe('invalid-input')
  })
})

it('an assessment that was never approved is removed with everything in it, and comes back with undo', async () => {
  const whole = await complete(engagement, assessmentId)
  await engagement.call('impact.remove', { assessmentId })
  expect(await engagement.call('impact.list', {})).toEqual([])
  expect((await engagement.refusal('impact.get', { assessmentId })).code).toBe('not-found')
  await engagement.undo()
  expect(await get()).toEqual(whole)
})

describe('the state in the list', () => {
  it('is changed by any edit and approved again where the edit is taken back', async () => {
    const { impacts, measures } = await complete(engagement, assessmentId)
    await approve()
    const edits = [
      () => engagement.call('impact.update', { assessmentId, fields: { scope: 'Other' } }),
      () => engagement.call('impact.update', { assessmentId, fields: { triggers: ['law'] } }),
      () => engagement.call('impact.answerTriage', { assessmentId, question: 'novel', value: true }),
      () => engagement.call('impact.updateImpact', { id: impacts[0]?.id ?? '', fields: { who: 'x' } }),
      () => engagement.call('impact.updateMeasure', { id: measures[0]?.id ?? '', fields: { status: 'done' } }),
      () => engagement.call('impact.removeMeasure', { id: measures[0]?.id ?? '' }),
      () => engagement.call('impact.removeImpact', { id: impacts[1]?.id ?? '' }),
      () => engagement.call('impact.addFailureMode', { assessmentId, fields: {} }),
    ]
    for (const edit of edits) {
      expect(await state()).toBe('approved')
      await edit()
      expect(await state()).toBe('changed')
      await engagement.undo()
    }
    expect(await state()).toBe('approved')
  })
})

describe('the difference between two versions', () => {
  it('names fields, parts that came and went, and answers of the triage, both ways', async () => {
    const { impacts, measures } = await complete(engagement, assessmentId)
    await approve()
    await engagement.call('impact.update', { assessmentId, fields: { decision: 'proceed-with-measures', triggers: ['law', 'data'] } })
    await engagement.call('impact.answerTriage', { assessmentId, question: 'novel', value: true })
    await engagement.call('impact.updateImpact', { id: impacts[1]?.id ?? '', fields: { severity: 5 } })
    await engagement.call('impact.updateMeasure', { id: measures[0]?.id ?? '', fields: { status: 'done' } })
    await engagement.call('impact.removeImpact', { id: impacts[0]?.id ?? '' })
    await engagement.call('impact.addImpact', {
      assessmentId,
      fields: { kind: 'benefit', dimension: 'work', subject: 'groups', description: 'Less typing' },
    })
    await engagement.call('impact.addFailureMode', { assessmentId, fields: { description: 'Drift' } })
    await approve()
    const forth = await difference(1, 2)
    expect(forth).toMatchObject({
      from: 'Version 1',
      to: 'Version 2',
      added: ['Benefit: Less typing', 'Failure mode: Drift'],
      removed: ['Benefit: Faster answers'],
    })
    expect(forth.changed.map(({ code, fields }) => [code, fields])).toEqual([
      [
        'Assessment: Impact assessment of Chat',
        [
          { field: 'decision', old: 'proceed', new: 'proceed-with-measures' },
          { field: 'triggers', old: 'law, model', new: 'data, law' },
        ],
      ],
      ['Triage', [{ field: 'novel', old: 'false', new: 'true' }]],
      [
        'Harm: Some wait longer',
        [
          { field: 'severity', old: '4', new: '5' },
          { field: 'consequence', old: '4', new: '5' },
          { field: 'level', old: '12', new: '15' },
        ],
      ],
      ['Measure: Monthly check', [{ field: 'status', old: 'planned', new: 'done' }]],
    ])
    const back = await difference(2, 1)
    expect(back).toMatchObject({ added: forth.removed, removed: forth.added })
    expect(back.changed.map(({ fields }) => fields)).toEqual(
      forth.changed.map(({ fields }) => fields.map(({ field, old, new: value }) => ({ field, old: value, new: old }))),
    )
    expect(await difference(2, 0)).toMatchObject({ added: [], removed: [], changed: [] })
  })

  it('names an answer that was taken back', async () => {
    await complete(engagement, assessmentId)
    await approve()
    await engagement.call('impact.answerTriage', { assessmentId, question: 'novel', value: null })
    expect((await difference(1, 0)).changed).toMatchObject([{ code: 'Triage', fields: [{ field: 'novel', old: 'false', new: '' }] }])
  })
})
