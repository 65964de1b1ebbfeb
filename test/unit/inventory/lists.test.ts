import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ColumnMapping } from '../../../src-main/contract/inventory.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const systems = () => engagement.systems()
const put = (content: string | Uint8Array) => engagement.put('list.csv', content)
const bringIn = (content: string | Uint8Array, mapping?: ColumnMapping) =>
  engagement.job('inventory.import', { path: put(content), mapping })
const preview = (content: string | Uint8Array) => engagement.job('inventory.previewImport', { path: put(content) })

describe('every field', () => {
  it('is filled from its column, choices by their words, and what names no choice is kept in the notes', async () => {
    const header = 'ID;Name;Purpose;Owner;Vendor;Our role;Stage;Department;Notes'
    const rows = ['7;Chat;Answers;Head of Sales;Acme;Betreiber;In production;Sales;“mine”', '8;Scan;;;;purple;someday;;first line']
    await bringIn([header, ...rows].join('\n'))
    expect(await systems()).toMatchObject([
      {
        reference: '7',
        name: 'Chat',
        purpose: 'Answers',
        owner: 'Head of Sales',
        supplier: 'Acme',
        role: 'deployer',
        lifeCycleStage: 'operation',
        department: 'Sales',
        notes: '“mine”',
      },
      { reference: '8', name: 'Scan', role: null, lifeCycleStage: null, notes: 'first line\nOur role: purple\nStage: someday' },
    ])
  })
})

describe('names', () => {
  it('that are missing become ones that say so, and which rows they are is said', async () => {
    const result = await bringIn('Name,Department\nChat,Sales\n,Legal\n"  ",HR\nn/a,IT\nScan,\n')
    const warnings = [expect.stringContaining('rows 3, 4, 5')]
    expect(result).toMatchObject({ imported: 5, withoutName: 3, duplicates: 0, warnings })
    expect((await systems()).map(({ name, department }) => [name, department]).sort()).toEqual([
      ['Chat', 'Sales'],
      ['Scan', ''],
      ['Unnamed (row 3)', 'Legal'],
      ['Unnamed (row 4)', 'HR'],
      ['Unnamed (row 5)', 'IT'],
    ])
  })

  it('that stand twice in a list come twice, whether their rows differ or not', async () => {
    const list = 'Name,Department\nChat,Sales\nChat,Legal\nChat,Sales\n'
    expect(await bringIn(list)).toMatchObject({ imported: 3, duplicates: 0 })
    expect((await systems()).map(({ department }) => department).sort()).toEqual(['Legal', 'Sales', 'Sales'])
    expect(await bringIn(list)).toMatchObject({ imported: 0, duplicates: 3 })
    expect(await bringIn(`${list}Chat,Sales\n`)).toMatchObject({ imported: 1, duplicates: 3 })
  })

  it('have to be filled by a column: where none is proposed, or it is taken away, nothing is written', async () => {
    const path = put('Colour,Weight\nred,3\n')
    const changes = await engagement.changes()
    expect((await engagement.job('inventory.previewImport', { path })).mapping.name).toBeNull()
    for (const mapping of [undefined, {}, { name: null, notes: 0 }]) {
      const report = await engagement.refusal('inventory.import', { path, mapping })
      expect(report).toMatchObject({ code: 'invalid-input', sentence: expect.stringContaining('choose one') })
    }
    expect(await engagement.changes()).toBe(changes)
    expect(await engagement.job('inventory.import', { path, mapping: { name: 0, notes: 1 } })).toMatchObject({ imported: 1 })
    expect(await systems()).toMatchObject([{ name: 'red', notes: '3' }])
  })

  it.each([[{ name: -1 }], [{ name: 0.5 }], [{ name: '0' }], [{ colour: 0 }]])('are not filled from %j', async (mapping) => {
    const report = await engagement.refusal('inventory.import', { path: put('Name\nChat\n'), mapping })
    expect(report.code).toBe('invalid-input')
    expect(await systems()).toEqual([])
  })

  it.each([{ name: 5 }, { name: 0, owner: 2 }])('from a column that the list does not have are refused: %j', async (mapping) => {
    const { code, sentence } = await engagement.refusal('inventory.import', { path: put('Name,Purpose\nChat,talks\n'), mapping })
    expect(code).toBe('invalid-input')
    expect(sentence).toContain('the list has 2 columns, counted from 0')
    expect(await systems()).toEqual([])
  })
})

describe('a newer list of the client', () => {
  it('adds what is new, and leaves alone what was worked on since', async () => {
    await bringIn('ID,Name,Notes\n1,Chat,theirs\n2,Scan,theirs\n')
    const [chat] = await systems()
    await engagement.call('inventory.update', { id: chat?.id ?? '', fields: { name: 'Chat assistant', notes: 'ours' } })
    expect(await bringIn('ID,Name,Notes\n1,Chat,changed\n2,Scan,changed\n3,Sort,new\n')).toMatchObject({ imported: 1, duplicates: 2 })
    expect((await systems()).map(({ reference, name, notes }) => [reference, name, notes])).toEqual([
      ['1', 'Chat assistant', 'ours'],
      ['2', 'Scan', 'theirs'],
      ['3', 'Sort', 'new'],
    ])
  })

  it('without references knows a system by its name, department and supplier', async () => {
    await bringIn('Name,Department,Vendor\nChat,Sales,Acme\n')
    const result = await bringIn('Name,Department,Vendor\nChat,Sales,Acme\nChat,Legal,Acme\nChat,Sales,Other\nchat,Sales,Acme\n')
    expect(result).toMatchObject({ imported: 3, duplicates: 1 })
  })
})

describe('encodings and shapes', () => {
  const list = 'Name;Department\n"Größe – ""zwei""\r\nZeilen; und mehr";Łódź\n日本;\n'
  it.each([
    ['UTF-8', 'UTF-8', Buffer.from(list)],
    ['UTF-8 with a mark', 'UTF-8', Buffer.from(`\uFEFF${list}`)],
    ['UTF-16', 'UTF-16LE', Buffer.from(`\uFEFF${list}`, 'utf16le')],
    ['UTF-16, the other way round', 'UTF-16BE', Buffer.from(`\uFEFF${list}`, 'utf16le').swap16()],
  ])('%s comes in with its quoted line breaks, quotes and letters', async (_name, encoding, bytes) => {
    expect(await preview(bytes)).toMatchObject({ encoding, delimiter: ';', records: 2 })
    await bringIn(bytes)
    expect((await systems()).map(({ name, department }) => [name, department])).toEqual([
      ['Größe – "zwei"\r\nZeilen; und mehr', 'Łódź'],
      ['日本', ''],
    ])
  })

  it('cells beyond the header are reported by the preview and the import alike', async () => {
    const content = 'Name,Department\nChat,Sales,what is this\nScan\n'
    const { warnings } = await preview(content)
    expect(warnings).toEqual([expect.stringContaining('1 row has more'), expect.stringContaining('1 row has fewer')])
    expect(await bringIn(content)).toMatchObject({ imported: 2, warnings })
  })

  it('a delimiter that is not known keeps each line whole in one column, which is said, until a person names it', async () => {
    const path = put('Name#Department\nChat#Sales\n')
    expect(await engagement.job('inventory.previewImport', { path })).toMatchObject({
      header: ['Name#Department'],
      sample: [['Chat#Sales']],
      warnings: [expect.stringContaining('Only one column')],
    })
    await engagement.job('inventory.import', { path, reading: { delimiter: '#' } })
    expect((await systems()).map(({ name, department }) => [name, department])).toEqual([['Chat', 'Sales']])
  })

  it.each([
    ['Register of the group;;;\n;;;\nNr.;Name;Department;Vendor\nA1;Chat;Sales;Acme\nA2;Scan;;\n'],
    ['Register of the group\n\nNr.;Name;Department;Vendor\nA1;Chat;Sales;Acme\nA2;Scan;;\n'],
  ])('a title above the header is left out, and that is said', async (content) => {
    expect(await preview(content)).toMatchObject({
      delimiter: ';',
      header: ['Nr.', 'Name', 'Department', 'Vendor'],
      records: 2,
      warnings: [expect.stringContaining('above the header')],
    })
    await bringIn(content)
    expect((await systems()).map(({ reference, name }) => [reference, name])).toEqual([
      ['A1', 'Chat'],
      ['A2', 'Scan'],
    ])
  })

  it('a row is named by its place in the file, whatever lines are empty above it', async () => {
    const content = '\nName,Department\n\nChat,Sales\n,\nScan,Sales\n'
    await bringIn(content)
    const { found, records } = await preview(content)
    expect([records, found.map(({ row }) => row)]).toEqual([2, [4, 6]])
  })

  it('a header of one column is a header, whatever its rows have', async () => {
    const content = 'Name\nChat, a bot\nScan\n'
    expect(await preview(content)).toMatchObject({ header: ['Name'], records: 2 })
  })

  it('a quote that is never closed is reported', async () => {
    expect((await preview('Name,Notes\nChat,"open\nScan,b\n')).warnings).toEqual([expect.stringContaining('quotation mark')])
  })
})

describe('what cannot come in', () => {
  const manyRows = 'Scan,b\n'.repeat(20_000)
  it.each<[string, string, string | Uint8Array]>([
    ['an empty file', 'import-empty', ''],
    ['empty lines alone', 'import-empty', '\n\n\r\n'],
    ['a workbook', 'import-unreadable', Buffer.from('PK\u0003\u0004 and so on')],
    ['a binary file', 'import-unreadable', Buffer.from('00ff10800055aa00ff01028003', 'hex')],
    ['a cell that no field can hold, as where a quote is never closed', 'import-unreadable', `Name,Notes\nChat,"open\n${manyRows}`],
    ['a name that is longer than any', 'import-unreadable', `Name\n${'x'.repeat(10_001)}\n`],
  ])('%s is named so by preview and import, and nothing is written', async (_name, code, content) => {
    const path = put(content)
    const changes = await engagement.changes()
    for (const procedure of ['inventory.previewImport', 'inventory.import'] as const) {
      const report = await engagement.refusal(procedure, { path })
      expect(report).toMatchObject({ code, sentence: expect.stringContaining('list.csv') })
    }
    expect([await systems(), await engagement.changes()]).toEqual([[], changes])
  })

  it('a header alone opens with the choices there are, and brings nothing in', async () => {
    const path = put('Name,Department\n')
    expect(await engagement.job('inventory.previewImport', { path })).toMatchObject({
      records: 0,
      headerRows: [1],
      problem: expect.stringContaining('no rows under it'),
      picture: [{ row: 1, cells: ['Name', 'Department'], part: 'header' }],
    })
    const { code, sentence } = await engagement.refusal('inventory.import', { path })
    expect([code, sentence]).toEqual(['import-no-rows', expect.stringContaining('list.csv')])
    const reading = { headerRow: 'none' as const }
    expect(await engagement.job('inventory.previewImport', { path, reading })).toMatchObject({ records: 1, problem: null })
  })

  it('a file that is missing, and a folder, are named so', async () => {
    expect((await engagement.refusal('inventory.import', { path: engagement.at('none.csv') })).code).toBe('file-missing')
    expect((await engagement.refusal('inventory.import', { path: engagement.at('') })).code).toBe('import-unreadable')
  })
})
