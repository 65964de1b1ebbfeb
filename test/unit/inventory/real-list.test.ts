import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AiSystem } from '../../../src-main/contract/inventory.ts'
import { EngagementInFolder, moment } from '../engagement-in-folder.ts'
import { independentRecords } from '../independent-csv.ts'
import { workbook } from './workbooks.ts'

const path = join(import.meta.dirname, '../../fixtures/us-federal-ai-use-cases-2024.csv')
const [header = [], ...records] = independentRecords(readFileSync(path))
const column = (name: string) => header.findIndex((title) => title.trim() === name)

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

const systems = () => engagement.systems()
const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
const withoutName = ({ id: _, createdAt: __, ...fields }: AiSystem) => fields

const stages = new Map([
  ['Acquisition and/or Development', 'development'],
  ['Ideation', 'idea'],
  ['Implementation and Assessment', 'verification'],
  ['In mission', 'operation'],
  ['In production', 'operation'],
  ['Initiated', 'idea'],
  ['Operation and Maintenance', 'operation'],
  ['Planned', 'idea'],
  ['Retired', 'retired'],
])

/** What no column fills stays as it is in a new system. */
const unfilled = {
  intendedUse: '',
  kind: null,
  autonomy: null,
  humanOversight: '',
  dataCategories: [],
  affectedPeople: '',
  reach: null,
  models: '',
  links: '',
}

const tidy = (name: string) => name.replace(/[ \t\u00a0]+/g, ' ').trim()

/** What the systems have to be, from the second reader's cells. */
const expected = records.map((record) => {
  const cell = (name: string) => record[column(name)] ?? ''
  const stage = cell('Stage of Development')
  const lifeCycleStage = stages.get(stage) ?? null
  return {
    ...unfilled,
    // A client's list has blanks before, after and between the words of names that nobody meant.
    name: tidy(cell('Use Case Name')),
    reference: '',
    purpose: cell('What is the intended purpose and expected benefits of the AI?'),
    owner: '',
    supplier: '',
    role: null,
    lifeCycleStage,
    department: cell('Agency'),
    notes: lifeCycleStage === null && stage.trim() !== '' ? `Stage of Development: ${stage}` : '',
  }
})

describe('the list of the US federal agencies', () => {
  it('is what the second reader finds: 2,133 records of 62 columns, with a name in each', () => {
    expect([header.length, records.length, expected.filter(({ name }) => name.trim() === '').length]).toEqual([62, 2133, 0])
    expect(expected.filter(({ notes }) => notes !== '').length).toBeGreaterThan(0)
    expect(expected.filter(({ lifeCycleStage }) => lifeCycleStage !== null).length).toBeGreaterThan(2000)
  })

  it('is shown before anything is written: its columns, first rows, what each stage becomes, how many are new', async () => {
    const changes = await engagement.changes()
    const preview = await engagement.job('inventory.previewImport', { path })
    expect(preview).toMatchObject({ path, encoding: 'Windows-1252', delimiter: ',', records: 2133, duplicates: 0, warnings: [] })
    expect(preview.header).toHaveLength(62)
    expect(preview.sample).toEqual(records.slice(0, preview.sample.length))
    expect(preview.sample.length).toBeGreaterThan(4)
    expect(preview.mapping).toMatchObject({ name: column('Use Case Name'), department: column('Agency'), role: null })
    const counts = new Map<string, number>()
    for (const record of records) {
      const stage = record[column('Stage of Development')] ?? ''
      if (stage.trim() !== '') counts.set(stage, (counts.get(stage) ?? 0) + 1)
    }
    expect(inOrder(preview.values)).toEqual(
      inOrder([...counts].map(([value, count]) => ({ field: 'lifeCycleStage', value, count, becomes: stages.get(value) ?? null }))),
    )
    expect(await systems()).toEqual([])
    expect(await engagement.changes()).toBe(changes)
  })

  it('comes in whole as one change, every mapped cell as in the source; a second import adds nothing; one undo takes it back', async () => {
    const changes = await engagement.changes()
    expect(await engagement.job('inventory.import', { path })).toEqual({
      imported: 2133,
      duplicates: 0,
      filled: 0,
      updated: 0,
      sameReference: 0,
      open: [{ field: 'lifeCycleStage', value: 'Research or  Administrative Action Complete', count: 5 }],
      withoutName: 0,
      warnings: [],
    })
    expect(await engagement.changes()).toBe(changes + 1)
    await engagement.reopen()
    const found = await systems()
    expect(inOrder(found.map(withoutName))).toEqual(inOrder(expected))
    expect(new Set(found.map(({ id }) => id)).size).toBe(2133)
    expect(new Set(found.map(({ createdAt }) => createdAt))).toEqual(new Set([moment]))
    expect((await engagement.call('engagement.info', {})).aiSystems).toBe(2133)

    expect((await engagement.job('inventory.previewImport', { path })).duplicates).toBe(2133)
    expect(await engagement.job('inventory.import', { path })).toMatchObject({ imported: 0, duplicates: 2133 })
    expect(await systems()).toEqual(found)
    expect(await engagement.changes()).toBe(changes + 1)

    expect(await engagement.undo()).toContain('2133')
    expect(await systems()).toEqual([])
    await engagement.call('engagement.redo', {})
    expect(await systems()).toEqual(found)
    await engagement.undo()
  })

  it('comes in from a workbook with the same cells, and goes out and in again without a change', async () => {
    await engagement.job('inventory.import', { path: engagement.put('list.xlsx', await workbook({ List: [header, ...records] })) })
    expect(inOrder((await systems()).map(withoutName))).toEqual(inOrder(expected))
    for (const name of ['again.csv', 'again.xlsx']) {
      expect(await engagement.job('inventory.exportSystems', { to: engagement.at(name) })).toMatchObject({ rows: 2133 })
      const again = await engagement.job('inventory.import', { path: engagement.at(name), onDuplicate: 'fill' })
      expect(again).toMatchObject({ imported: 0, duplicates: 2133, filled: 0 })
    }
    await engagement.undo()
    expect(await systems()).toEqual([])
  })

  it('is mapped otherwise where that is asked for', async () => {
    const [name, reference, owner, notes] = [column('Use Case Name'), column('Bureau'), column('Agency'), column('Stage of Development')]
    const mapping = { name, reference, owner, notes, purpose: null }
    const preview = await engagement.job('inventory.previewImport', { path, mapping })
    expect(preview).toMatchObject({ mapping, values: [] })
    await engagement.job('inventory.import', { path, mapping })
    expect(inOrder((await systems()).map(withoutName))).toEqual(
      inOrder(
        records.map((record) => ({
          ...unfilled,
          name: tidy(record[name] ?? ''),
          reference: record[reference] ?? '',
          purpose: '',
          owner: record[owner] ?? '',
          supplier: '',
          role: null,
          lifeCycleStage: null,
          department: '',
          notes: record[notes] ?? '',
        })),
      ),
    )
    await engagement.undo()
    expect(await systems()).toEqual([])
  })
})
