import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readList } from '../../../src-main/spreadsheet/read-list.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { workbook } from './workbooks.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const put = (content: string) => engagement.put('list.csv', content)
const bringIn = (content: string, more: object = {}) => engagement.job('inventory.import', { path: put(content), ...more })
const preview = (content: string, more: object = {}) => engagement.job('inventory.previewImport', { path: put(content), ...more })
const names = async () => (await engagement.systems()).map(({ name }) => name)

const thisYear = `ID,System name,Department,Supplier,Owner,Status
AI-1,Mail Sorter,Ops,Acme,A,Live
AI-2,CV Ranker,HR,Beta – Soft,B,Pilot
,Größe Finder,IT,,C,Live
,Log Finder,IT,,D,Pilot
`
const nextYear = `ID,System name,Department,Supplier,Owner,Status
ai-1,Mail sorter,Ops,Acme,A,Retired
AI\u20112 ,CV\u00a0Ranker ,HR,Beta - Soft,,Live
,LOG  FINDER,it,,D,Pilot
,${'Größe'.normalize('NFD')}\u200b Finder,IT,,Cleo,Live
AI-3,New One,IT,,E,Idea
`

describe("next year's list", () => {
  it('finds the same systems, however their names are written', async () => {
    await bringIn(thisYear)
    expect(await bringIn(nextYear)).toMatchObject({ imported: 1, duplicates: 4, updated: 0, sameReference: 0 })
    expect(await names()).toHaveLength(5)
  })

  it('shows what it has differently, field by field, and changes what a person chooses, as one change', async () => {
    await bringIn(thisYear)
    const before = await engagement.systems()
    const seen = await preview(nextYear, { onDuplicate: 'update' })
    expect(seen).toMatchObject({ duplicates: 4, fillable: 0, updatable: 3, askedCount: 0 })
    expect(Object.fromEntries(seen.found.map(({ name, differences }) => [name, differences]))).toMatchObject({
      'Mail sorter': [{ field: 'lifeCycleStage', from: 'operation', to: 'retired' }],
      'CV Ranker': [{ field: 'lifeCycleStage', from: 'verification', to: 'operation' }],
      'LOG FINDER': [],
    })
    expect(seen.differing).toEqual([
      { field: 'owner', fills: 0, differs: 1 },
      { field: 'lifeCycleStage', fills: 0, differs: 2 },
    ])
    const changes = await engagement.changes()
    expect(await bringIn(nextYear, { onDuplicate: 'update' })).toMatchObject({ imported: 1, duplicates: 4, updated: 3, filled: 0 })
    expect(await engagement.changes()).toBe(changes + 1)
    expect((await engagement.systems()).map(({ name, owner, lifeCycleStage }) => [name, owner, lifeCycleStage])).toEqual([
      ['CV Ranker', 'B', 'operation'],
      ['Größe Finder', 'Cleo', 'operation'],
      ['Log Finder', 'D', 'verification'],
      ['Mail Sorter', 'A', 'retired'],
      ['New One', 'E', 'idea'],
    ])
    await engagement.undo()
    expect(await engagement.systems()).toEqual(before)
  })

  it('changes the chosen fields alone, and none where none is chosen', async () => {
    await bringIn(thisYear)
    const before = await engagement.systems()
    const owners = await bringIn(nextYear, { onDuplicate: 'update', updateFields: ['owner'] })
    expect(owners).toMatchObject({ updated: 1 })
    expect((await engagement.systems()).map(({ owner, lifeCycleStage }) => [owner, lifeCycleStage])).toContainEqual(['Cleo', 'operation'])
    await engagement.undo()
    expect(await bringIn(nextYear, { onDuplicate: 'update', updateFields: [] })).toMatchObject({ imported: 1, updated: 0 })
    await engagement.undo()
    expect(await engagement.systems()).toEqual(before)
  })

  it('takes nothing away: not by an empty cell, not from the notes, not data that it does not speak of', async () => {
    await bringIn('ID,Name,Owner,Stage,Data categories,Notes\n1,Chat,Ann,live,health data,theirs\n')
    const [chat] = await engagement.systems()
    await engagement.call('inventory.update', { id: chat?.id ?? '', fields: { notes: 'ours', purpose: 'Answers' } })
    const list = 'ID,Name,Owner,Stage,Personal data,Children,Purpose,Notes\n1,Chat,,purple,yes,no,,theirs\n'
    expect(await bringIn(list, { onDuplicate: 'update' })).toMatchObject({ updated: 1, open: [{ value: 'purple', count: 1 }] })
    expect(await engagement.systems()).toMatchObject([
      {
        owner: 'Ann',
        lifeCycleStage: 'operation',
        purpose: 'Answers',
        dataCategories: ['personal', 'special'],
        notes: 'ours\ntheirs\nStage: purple',
      },
    ])
    expect(await bringIn(list, { onDuplicate: 'update' })).toMatchObject({ updated: 0 })
  })

  it.each(['csv', 'xlsx'] as const)('may be our own export that the client has filled in, as %s', async (format) => {
    await bringIn('Name,Owner,Stage\nChat,Ann,live\nScan,Bob,pilot\n')
    const path = engagement.at(`out.${format}`)
    await engagement.job('inventory.exportSystems', { to: path })
    const [header = [], ...records] = await cellsOf(path)
    const at = (title: string) => header.indexOf(title)
    for (const record of records) {
      if (record[at('Name')] !== 'Scan') continue
      Object.assign(record, {
        [at('Name')]: 'Scanner',
        [at('Owner')]: '',
        [at('Stage')]: 'Operation',
        [at('Purpose')]: 'Reads',
        [at('Notes')]: 'n',
      })
    }
    const rows = [header, ...records]
    const content = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
    const back = engagement.put(`back.${format}`, format === 'csv' ? content : await workbook({ List: rows }))
    expect(await engagement.job('inventory.import', { path: back, onDuplicate: 'update' })).toMatchObject({
      imported: 0,
      duplicates: 2,
      updated: 1,
    })
    expect(await engagement.systems()).toMatchObject([
      { name: 'Chat', owner: 'Ann', lifeCycleStage: 'operation', purpose: '' },
      { name: 'Scanner', owner: 'Bob', lifeCycleStage: 'operation', purpose: 'Reads', notes: 'n' },
    ])
  })
})

async function cellsOf(path: string): Promise<string[][]> {
  const { header, body } = await readList(readFileSync(path), path, { headerRow: 1 })
  return [header, ...body.map(({ cells }) => cells)]
}

describe('a reference', () => {
  it('that is the number of a row is none: two lists that count from 1 are about different systems', async () => {
    await bringIn('No.;System name;Owner\n1;CV ranker;HR\n2;Spam filter;IT\n')
    const other =
      'No.;System name;Purpose;Personal data;Status\n1;Route planner;Plans lorry routes;PII;Live\n2;Crop counter;Counts;children;Retired\n'
    expect(await bringIn(other, { onDuplicate: 'fill' })).toMatchObject({ imported: 2, duplicates: 0, filled: 0 })
    expect(await engagement.systems()).toMatchObject([
      { name: 'Crop counter', dataCategories: ['children'] },
      { name: 'CV ranker', purpose: '', dataCategories: [], lifeCycleStage: null },
      { name: 'Route planner', dataCategories: ['personal'] },
      { name: 'Spam filter', dataCategories: [], lifeCycleStage: null },
    ])
  })

  const first = 'ID,Name,Owner\n1,CV ranker,HR\n2,Spam filter,IT\n'
  const second = 'ID,Name,Owner,Stage\n1,Applicant sorter,People,live\n2,Crop counter,Farm,retired\n'

  it('of a system with another name is a question: as another system, nothing is lost', async () => {
    await bringIn(first)
    expect(await preview(second, { onDuplicate: 'update' })).toMatchObject({
      duplicates: 0,
      askedCount: 2,
      asked: [
        { row: 2, name: 'Applicant sorter', reference: '1', systemName: 'CV ranker', is: 'another' },
        { row: 3, name: 'Crop counter', reference: '2', systemName: 'Spam filter', is: 'another' },
      ],
    })
    expect(await bringIn(second, { onDuplicate: 'update' })).toMatchObject({ imported: 2, updated: 0, sameReference: 2 })
    expect(await names()).toEqual(['Applicant sorter', 'Crop counter', 'CV ranker', 'Spam filter'])
  })

  it('is answered for all rows, and for one otherwise', async () => {
    await bringIn(first)
    const all = { onDuplicate: 'update', sameReference: 'same' }
    expect(await preview(second, all)).toMatchObject({
      duplicates: 2,
      updatable: 2,
      askedCount: 2,
      asked: [{ is: 'same' }, { is: 'same' }],
    })
    const one = { ...all, sameReferenceRows: [{ row: 3, is: 'another' }] }
    expect(await bringIn(second, one)).toMatchObject({ imported: 1, duplicates: 1, updated: 1, sameReference: 1 })
    expect((await engagement.systems()).map(({ name, owner }) => [name, owner])).toEqual([
      ['Applicant sorter', 'People'],
      ['Crop counter', 'Farm'],
      ['Spam filter', 'IT'],
    ])
  })

  it('tells a system that was renamed since, where one name holds the words of the other; a placeholder tells none', async () => {
    await bringIn('ID,Name\nA7,Chat\nn/a,Scan\n')
    const list = 'ID,Name\nA7,Chat for sales\nn/a,Sort\n'
    expect(await preview(list)).toMatchObject({ duplicates: 1, askedCount: 0, found: [{ by: 'reference', systemName: 'Chat' }] })
  })
})

describe('what a list does not say', () => {
  it('does not part systems: a list without units finds the one of that name, and asks nothing of two', async () => {
    await bringIn('Name,Department\nChat,Sales\nScan,IT\nScan,HR\n')
    expect(await bringIn('Name,Owner\nChat,Ann\nScan,Bob\n')).toMatchObject({ imported: 1, duplicates: 1 })
  })
})

describe('the words of a client', () => {
  it('are never turned into their opposite, and are kept and listed where they stay open', async () => {
    const list = `System name;Status;Personal data;Autonomy;Reach;Role
A;Not yet in production;No personal data;No human in the loop;Not public;Not a provider
B;Not deployed;non-personal;Not autonomous;internal only, no customers;
C;Planned go live 2027;not confidential;Fully automated: no;;we are not the provider but the deployer
D;Nicht in Betrieb;Keine Gesundheitsdaten;ohne Freigabe;;kein Anbieter
`
    const result = await bringIn(list)
    expect(result).toMatchObject({ imported: 4 })
    expect(result.open).toHaveLength(17)
    for (const system of await engagement.systems()) {
      expect(system).toMatchObject({ role: null, lifeCycleStage: null, autonomy: null, reach: null, dataCategories: [] })
      const record = list.split('\n').find((line) => line.startsWith(system.name)) ?? ''
      for (const cell of record.split(';').slice(1)) expect(system.notes).toContain(cell)
    }
  })

  it('come in without what a list program puts around them, and names without what nobody meant', async () => {
    const list =
      'Title,AI System Owner,Business Unit,Lifecycle Status\n"  Chat\u00a0 helper\u200b ",Ann Example;#12,Ops;#3,3;#Live\nn/a,,,\n'
    expect(await bringIn(list)).toMatchObject({ imported: 1, withoutName: 0, warnings: [expect.stringContaining('row 3')] })
    expect(await engagement.systems()).toMatchObject([
      { name: 'Chat helper', owner: 'Ann Example', department: 'Ops', lifeCycleStage: 'operation', notes: '' },
    ])
  })
})

describe('a preset', () => {
  it('names several columns for a field that takes several, and one from an older file still names one', async () => {
    const preset = { values: [], keepUnmapped: false, onDuplicate: 'leave-out' as const }
    await engagement.call('inventory.savePreset', {
      ...preset,
      name: 'New',
      columns: { name: 'Tool', dataCategories: ['PII', 'Children'] },
    })
    await engagement.call('inventory.savePreset', { ...preset, name: 'Old', columns: { name: 'Tool', dataCategories: 'PII' } })
    const list = 'Tool,PII,Children\nChat,yes,x\n'
    expect((await preview(list, { preset: 'New' })).mapping).toMatchObject({ name: 0, dataCategories: [1, 2] })
    expect((await preview(list, { preset: 'Old' })).mapping).toMatchObject({ name: 0, dataCategories: 1 })
    await bringIn(list, { preset: 'New' })
    expect(await engagement.systems()).toMatchObject([{ dataCategories: ['children', 'personal'] }])
  })
})
