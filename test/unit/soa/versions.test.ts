import readXlsxFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DecisionFields } from '../../../src-main/contract/soa.ts'
import { EngagementInFolder, moment } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
let codes: string[]
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  codes = (await engagement.call('soa.decisions', {})).map(({ code }) => code)
})
afterEach(() => engagement.remove())

const decide = (code: string, fields: Partial<DecisionFields>) => engagement.call('soa.decide', { code, fields })
const include = (chosen: string[]) => engagement.call('soa.decideMany', { codes: chosen, fields: { applicability: 'applicable' } })
const approve = (note = '') => engagement.call('soa.approve', { approver: 'Managing Director', approvedOn: '2026-12-01', note })
const version = (number: number) => engagement.call('soa.version', { number })
const difference = (from: number, to: number) => engagement.call('soa.difference', { from, to })
const asTheyStand = async () => (await engagement.call('soa.decisions', {})).map(({ conformity: _, ...row }) => row)

describe('approval', () => {
  it('freezes the SoA as numbered versions, with approver, date and note', async () => {
    await include(codes)
    const first = await approve('Stage 1')
    expect(first).toEqual({
      id: first.id,
      number: 1,
      approver: 'Managing Director',
      approvedOn: '2026-12-01',
      note: 'Stage 1',
      createdAt: moment,
      rows: 38,
    })
    await engagement.call('soa.addControl', { code: 'C-1', title: 'Own' })
    await decide('C-1', { applicability: 'excluded' })
    const second = await approve()
    expect(second).toMatchObject({ number: 2, rows: 39 })
    expect(await engagement.call('soa.versions', {})).toEqual([second, first])
    expect(await version(2)).toEqual(await asTheyStand())
    expect(await engagement.call('soa.summary', {})).toMatchObject({ latestVersion: 2 })
  })

  it('is refused while a control is undecided, with how many and which, and nothing is written', async () => {
    const input = { approver: 'Managing Director', approvedOn: '2026-12-01' }
    await include(codes.slice(2))
    const changes = await engagement.changes()
    const report = await engagement.refusal('soa.approve', input)
    expect(report).toMatchObject({ code: 'conflict', details: { reason: expect.stringMatching(/^2 .*A\.2\.2/) } })
    expect(await engagement.changes()).toBe(changes)
    expect(await engagement.call('soa.versions', {})).toEqual([])
    await include(codes.slice(0, 2))
    expect((await engagement.call('soa.approve', input)).number).toBe(1)
  })

  it.each([
    ['no approver', { approver: '', approvedOn: '2026-12-01' }],
    ['an approver of spaces', { approver: '  ', approvedOn: '2026-12-01' }],
    ['no date', { approver: 'Managing Director' }],
    ['a date that the calendar does not have', { approver: 'Managing Director', approvedOn: '2026-12-32' }],
  ])('is refused with %s', async (_name, input) => {
    await include(codes)
    expect((await engagement.refusal('soa.approve', input)).code).toBe('invalid-input')
    expect(await engagement.call('soa.versions', {})).toEqual([])
  })
})

describe('an approved version', () => {
  it('stays as it is whatever is changed later: decisions, controls, systems, rounds, undo, another version', async () => {
    const { id } = await engagement.call('inventory.add', { name: 'Chat' })
    await engagement.call('soa.addControl', { code: 'C-1', title: 'Own', description: 'Own text' })
    await include([...codes, 'C-1'])
    await engagement.call('soa.setSystems', { code: 'C-1', systemIds: [id] })
    await approve('first')
    const [listed] = await engagement.call('soa.versions', {})
    const frozen = await version(1)
    expect(frozen.at(-1)).toMatchObject({ code: 'C-1', title: 'Own', description: 'Own text', systems: [{ id, name: 'Chat' }] })

    await engagement.call('soa.decideMany', {
      codes,
      fields: { applicability: 'excluded', exclusionJustification: 'x', reviewDate: '2027-01-01' },
    })
    await engagement.call('soa.updateControl', { code: 'C-1', title: 'Other', description: 'Other text' })
    await engagement.call('inventory.update', { id, fields: { name: 'Renamed' } })
    await engagement.call('inventory.remove', { ids: [id] })
    await engagement.call('soa.removeControl', { code: 'C-1' })
    await engagement.call('engagement.update', { approver: 'Someone else', client: 'Other client' })
    await engagement.call('gap.startRound', { name: 'Next', kind: 'follow-up' })
    await approve('second')
    await engagement.reopen()
    expect(await version(1)).toEqual(frozen)
    expect((await engagement.call('soa.versions', {})).at(-1)).toEqual(listed)
    expect(await version(2)).not.toEqual(frozen)
  })

  it('is printed with the scope that it was approved for', async () => {
    await include(codes)
    await engagement.call('engagement.update', { scope: 'Claims in the head office' })
    await approve()
    await engagement.call('engagement.update', { scope: 'The whole group' })
    for (const [soaVersion, scope] of [
      [1, 'Claims in the head office'],
      [0, 'The whole group'],
    ] as const) {
      const to = engagement.at(`soa-${soaVersion}.xlsx`)
      await engagement.job('documents.export', { report: 'soa', to, options: { soaVersion } })
      const sheets = await readXlsxFile(to)
      const texts = sheets.flatMap(({ data }) => data.flat()).map(String)
      expect(texts.filter((text) => text.includes('head office') || text.includes('whole group'))).toEqual([expect.stringContaining(scope)])
    }
  })

  it('is not taken back by undo, nor is anything before it; what came after it is', async () => {
    await include(codes)
    await approve()
    const frozen = await version(1)
    expect(await engagement.call('engagement.undoState', {})).toEqual({ undo: null, redo: null })
    expect((await engagement.refusal('engagement.undo', {})).code).toBe('nothing-to-undo')
    await decide('A.2.2', { evidence: 'DOC-1' })
    expect(await engagement.undo()).toContain('A.2.2')
    expect((await engagement.refusal('engagement.undo', {})).code).toBe('nothing-to-undo')
    expect(await version(1)).toEqual(frozen)
    expect(await asTheyStand()).toEqual(frozen)
  })

  it('is read by its number; 0 is the SoA as it stands, and a number that is not there is named', async () => {
    await include(codes)
    await approve()
    expect(await version(0)).toEqual(await asTheyStand())
    expect(await engagement.refusal('soa.version', { number: 2 })).toMatchObject({ code: 'not-found' })
    expect((await engagement.refusal('soa.difference', { from: 1, to: 7 })).code).toBe('not-found')
    for (const number of [-1, 1.5, '1']) expect((await engagement.refusal('soa.version', { number })).code).toBe('invalid-input')
  })
})

describe('the difference between two versions', () => {
  it('names each field with what it was and what it is, and rows that came and went, both ways', async () => {
    const { id } = await engagement.call('inventory.add', { name: 'Chat' })
    await engagement.call('soa.addControl', { code: 'C-1', title: 'Goes' })
    await engagement.call('soa.addControl', { code: 'C-2', title: 'Stays' })
    await include([...codes, 'C-1', 'C-2'])
    await approve()
    await decide('A.2.2', { reasons: ['legal', 'contractual'], evidenceDate: '2026-11-30', status: 'verified' })
    await engagement.call('soa.setSystems', { code: 'A.2.3', systemIds: [id] })
    await engagement.call('soa.updateControl', { code: 'C-2', title: 'Renamed' })
    await engagement.call('soa.removeControl', { code: 'C-1' })
    await engagement.call('soa.addControl', { code: 'C-3', title: 'Comes' })
    await decide('C-3', { applicability: 'applicable' })
    await approve()
    const forth = await difference(1, 2)
    expect(forth).toMatchObject({ from: expect.stringContaining('1'), to: expect.stringContaining('2'), added: ['C-3'], removed: ['C-1'] })
    expect(forth.changed.map(({ code, title }) => [code, title])).toEqual([
      ['A.2.2', 'AI policy'],
      ['A.2.3', (await version(2))[1]?.title],
      ['C-2', 'Renamed'],
    ])
    const fields = new Map(forth.changed.map((row) => [row.code, row.fields]))
    expect(fields.get('A.2.2')).toHaveLength(3)
    expect(fields.get('A.2.2')).toEqual(
      expect.arrayContaining([
        { field: 'reasons', old: '', new: 'contractual, legal' },
        { field: 'evidenceDate', old: '', new: '2026-11-30' },
        { field: 'status', old: 'not-started', new: 'verified' },
      ]),
    )
    expect(fields.get('A.2.3')).toEqual([{ field: 'systems', old: '', new: 'Chat' }])
    expect(fields.get('C-2')).toEqual([{ field: 'title', old: 'Stays', new: 'Renamed' }])
    const back = await difference(2, 1)
    expect(back).toMatchObject({ added: ['C-1'], removed: ['C-3'] })
    expect(back.changed.map((row) => row.fields)).toEqual(
      forth.changed.map((row) => row.fields.map(({ field, old, new: value }) => ({ field, old: value, new: old }))),
    )
  })

  it('of a version with itself is nothing; with the SoA as it stands it is what changed since, judgements apart', async () => {
    await include(codes)
    await approve()
    const [round] = await engagement.call('gap.rounds', {})
    await engagement.call('gap.judge', { roundId: round?.id ?? '', itemId: 'A.2.2', fields: { conformity: 'partly' } })
    for (const other of [0, 1]) expect(await difference(1, other)).toMatchObject({ added: [], removed: [], changed: [] })
    await decide('A.10.4', { responsible: 'Head of Data' })
    expect((await difference(1, 0)).changed).toMatchObject([
      { code: 'A.10.4', fields: [{ field: 'responsible', old: '', new: 'Head of Data' }] },
    ])
    expect((await difference(1, 1)).changed).toEqual([])
  })

  it('is found between any two of three', async () => {
    for (const responsible of ['one', 'two', 'three']) {
      await engagement.call('soa.decideMany', { codes, fields: { applicability: 'applicable', responsible } })
      await approve()
    }
    for (const [from, to, old, value] of [
      [1, 2, 'one', 'two'],
      [2, 3, 'two', 'three'],
      [1, 3, 'one', 'three'],
      [3, 1, 'three', 'one'],
    ] as const) {
      const { changed } = await difference(from, to)
      expect(changed).toHaveLength(38)
      for (const { fields } of changed) expect(fields).toEqual([{ field: 'responsible', old, new: value }])
    }
  })
})
