import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { database } from '../../../src-main/engagement/database.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const list = () => engagement.call('actions.list', {})
const only = async () => {
  const [row, ...others] = await list()
  if (!row || others.length > 0) throw new Error(`one action expected, ${others.length + 1} found`)
  return row
}
const roundId = async () => (await engagement.call('gap.rounds', {})).at(-1)?.id ?? ''
const judge = async (fields: object) => engagement.call('gap.judge', { roundId: await roundId(), itemId: '9.1-1', fields })

describe('each source', () => {
  it('a finding comes with its action, is written back to the judgement, and is done when it conforms', async () => {
    await judge({ conformity: 'partly', finding: 'Not measured.' })
    expect(await list()).toEqual([])
    await judge({ action: 'Measure each month.\nMore words.', owner: 'Head of Data', dueDate: dayFromToday(-1), priority: 'critical' })
    const row = await only()
    expect(row).toMatchObject({
      source: 'finding',
      reference: '9.1-1',
      title: 'Measure each month.',
      owner: 'Head of Data',
      state: 'open',
      priority: 'critical',
      isOverdue: true,
      editable: ['owner', 'dueDate', 'priority'],
    })
    await engagement.call('actions.update', { source: 'finding', id: row.id, fields: { owner: 'Chief Actuary', dueDate: null } })
    const judged = (await engagement.call('gap.judgements', { roundId: await roundId() })).find(({ itemId }) => itemId === '9.1-1')
    expect(judged).toMatchObject({ owner: 'Chief Actuary', dueDate: null, priority: 'critical' })
    await judge({ conformity: 'conforms' })
    expect(await only()).toMatchObject({ state: 'done', isOverdue: false })
  })

  it('the state of a finding follows its judgement, and a closed round stays as it was', async () => {
    await judge({ conformity: 'partly', action: 'Measure.' })
    const { id } = await only()
    const refused = await engagement.refusal('actions.update', { source: 'finding', id, fields: { state: 'done' } })
    expect(refused).toMatchObject({ code: 'conflict', sentence: expect.stringContaining('Gap finding') })
    await engagement.call('gap.updateRound', { roundId: await roundId(), closedOn: today })
    expect((await only()).editable).toEqual([])
    const closed = await engagement.refusal('actions.update', { source: 'finding', id, fields: { owner: 'X' } })
    expect(closed.sentence).toContain('closed gap round')
  })

  it('a treatment is one unless the risk is retained or closed, and its state is written to the risk', async () => {
    const { id } = await engagement.call('risk.add', { title: 'Drift' })
    await engagement.call('risk.update', { id, fields: { treatment: 'retain', owner: 'Head of Claims' } })
    expect(await list()).toEqual([])
    await engagement.call('risk.update', { id, fields: { treatment: 'modify', treatmentPlan: 'Watch each week' } })
    expect(await only()).toMatchObject({ source: 'risk', title: 'Watch each week', owner: 'Head of Claims', state: 'open' })
    await engagement.call('actions.update', { source: 'risk', id, fields: { state: 'done', owner: 'Head of Data' } })
    expect(await engagement.call('risk.get', { id })).toMatchObject({ treatmentStatus: 'done', treatmentOwner: 'Head of Data' })
    await engagement.call('risk.update', { id, fields: { state: 'closed' } })
    expect(await list()).toEqual([])
  })

  it('a measure of an impact assessment is one, and leads to its assessment', async () => {
    const { id: systemId } = await engagement.call('inventory.add', { name: 'Claims triage' })
    const { id: assessmentId } = await engagement.call('impact.start', { systemId })
    await engagement.call('impact.addMeasure', { assessmentId, fields: { description: 'Second look', dueDate: today } })
    const row = await only()
    expect(row).toMatchObject({ source: 'impact', placeId: assessmentId, title: 'Second look', isOverdue: false, state: 'open' })
    expect(row.origin).toContain('Claims triage')
    expect(await engagement.call('actions.update', { source: 'impact', id: row.id, fields: { state: 'under-way' } })).toMatchObject({
      state: 'under-way',
    })
    expect((await engagement.call('impact.get', { assessmentId })).measures).toMatchObject([{ status: 'under-way' }])
  })

  it('a task of the roadmap begins, ends and moves, and always has a day on which it ends', async () => {
    await engagement.fill((file) =>
      file.run(
        database.insertInto('roadmapTask').values({
          id: '01900000-0000-7000-8000-000000000001',
          title: 'Write the policy',
          phase: 'design',
          kind: 'task',
          owner: '',
          effortDays: 3,
          startOn: dayFromToday(10),
          endOn: dayFromToday(20),
          baselineStartOn: null,
          baselineEndOn: null,
          actualStartOn: null,
          actualEndOn: null,
          progress: 0,
          notes: '',
          place: 1,
          createdAt: `${today}T00:00:00.000Z`,
        }),
      ),
    )
    const { id } = await only()
    const change = (fields: object) => engagement.call('actions.update', { source: 'roadmap', id, fields })
    expect(await change({ state: 'under-way' })).toMatchObject({ state: 'under-way' })
    expect(await change({ state: 'done' })).toMatchObject({ state: 'done' })
    expect(await change({ state: 'open' })).toMatchObject({ state: 'open' })
    expect(await change({ dueDate: dayFromToday(5) })).toMatchObject({ dueDate: dayFromToday(10) })
    expect((await engagement.refusal('actions.update', { source: 'roadmap', id, fields: { dueDate: null } })).code).toBe('conflict')
  })
})

describe('the list', () => {
  const add = (title: string, fields: object = {}) =>
    engagement.call('registers.add', { register: 'actions', fields: { title, ...fields } })

  it('has overdue first, then by day, then without a day, then what is done; its figures count the same', async () => {
    await add('none')
    await add('later', { dueDate: dayFromToday(30), owner: 'B' })
    await add('done', { dueDate: dayFromToday(-30), state: 'done', owner: 'B' })
    await add('late', { dueDate: dayFromToday(-1), owner: 'A' })
    await add('soon', { dueDate: dayFromToday(7), owner: 'B', state: 'under-way' })
    expect((await list()).map(({ title }) => title)).toEqual(['late', 'soon', 'later', 'none', 'done'])
    expect(await engagement.call('actions.summary', {})).toEqual({
      open: 4,
      overdue: 1,
      thisWeek: 1,
      withoutOwner: 1,
      withoutDate: 1,
      done: 1,
      byOwner: [
        { owner: 'A', open: 1, overdue: 1 },
        { owner: 'B', open: 2, overdue: 0 },
        { owner: '', open: 1, overdue: 0 },
      ],
    })
  })

  it('many get the same values in one change that undo takes back; what a source does not allow is left and counted', async () => {
    const { id: own } = await add('own')
    await judge({ conformity: 'partly', action: 'Measure.' })
    const rows = (await list()).map(({ source, id }) => ({ source, id }))
    const before = await engagement.changes()
    expect(await engagement.call('actions.updateMany', { actions: rows, fields: { owner: 'Head of Data' } })).toEqual({
      changed: 2,
      left: 0,
    })
    expect(await engagement.changes()).toBe(before + 1)
    expect(new Set((await list()).map(({ owner }) => owner))).toEqual(new Set(['Head of Data']))
    expect(await engagement.call('actions.updateMany', { actions: rows, fields: { state: 'done' } })).toEqual({ changed: 1, left: 1 })
    expect((await engagement.call('registers.get', { register: 'actions', id: own })).fields).toMatchObject({
      state: 'done',
      doneOn: today,
    })
    await engagement.undo()
    await engagement.undo()
    expect((await list()).every(({ owner, state }) => owner === '' && state === 'open')).toBe(true)
  })

  it('names one that is not there any more', async () => {
    const id = '01900000-0000-7000-8000-000000000009'
    expect((await engagement.refusal('actions.update', { source: 'actions', id, fields: { owner: 'X' } })).code).toBe('not-found')
    expect((await engagement.refusal('actions.updateMany', { actions: [{ source: 'risk', id }], fields: { owner: 'X' } })).code).toBe(
      'not-found',
    )
  })
})

it.each(['docx', 'pdf', 'xlsx'] as const)(
  '%s of the sample holds every action with its owner, and of every source that it has',
  async (format) => {
    const sample = await EngagementInFolder.create({ sample: true })
    const folded = (words: string) => words.replace(/\s+/g, '')
    const path = sample.at(`actions.${format}`)
    await sample.job('documents.export', { report: 'actions', format, to: path, overwrite: true })
    const found = folded((await { docx: readDocx, pdf: readPdf, xlsx: readXlsx }[format](readFileSync(path))).text)
    const rows = await sample.call('actions.list', {})
    expect(new Set(rows.map(({ source }) => source)).size).toBeGreaterThanOrEqual(5)
    for (const { title, owner, dueDate } of rows) for (const piece of [title, owner, dueDate ?? '']) expect(found).toContain(folded(piece))
    await sample.remove()
  },
)
