import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPreview, importResult } from '../../../src-main/contract/inventory.ts'
import { workbook } from '../inventory/workbooks.ts'
import { Workplace } from './processes.ts'

const workplace = new Workplace()
const fieldbook = (...words: string[]) => workplace.fieldbook(words)
const json = async (...words: string[]): Promise<unknown> => JSON.parse((await fieldbook(...words, '--json')).stdout)
const count = async () => (await fieldbook('info', 'a.aims', '--json')).stdout.match(/"aiSystems": (\d+)/)?.[1]

beforeAll(async () => {
  expect((await fieldbook('new', 'a.aims', '--client', 'Acme')).code).toBe(0)
  writeFileSync(workplace.path('list.csv'), 'ID,Tool,Stage,Budget\n1,Chat,live,7\n2,Scan,purple,\n')
  writeFileSync(workplace.path('list.xlsx'), await workbook({ First: [['Name'], ['Sort']], Second: [['Name'], ['Spot']] }))
})
afterAll(() => workplace.remove())

test('a dry run says what would come in, and writes nothing', async () => {
  const before = workplace.sha256('a.aims')
  const { code, stdout } = await fieldbook('import', 'systems', 'a.aims', 'list.csv', '--dry-run')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^2 AI systems would come in\. .*Nothing was written\.$/m)
  expect(stdout).toMatch(/^Read from .*: 2 rows, \d+ columns\.$/m)
  expect(stdout).toMatch(/^ {2}Name +Tool$/m)
  expect(stdout).toMatch(/^ {2}Stage +purple \(1\) +kept in the notes$/m)
  expect(importPreview.parse(await json('import', 'systems', 'a.aims', 'list.csv', '--dry-run'))).toMatchObject({
    records: 2,
    duplicates: 0,
  })
  expect(workplace.sha256('a.aims')).toBe(before)
})

test('a preset of the engagement names the columns, and a sheet is chosen by its name', async () => {
  const preset = { name: 'Yearly', columns: { name: 'Tool', reference: 'ID' }, values: [], keepUnmapped: true, onDuplicate: 'leave-out' }
  await fieldbook('call', 'a.aims', 'inventory.savePreset', JSON.stringify(preset))
  const result = importResult.parse(await json('import', 'systems', 'a.aims', 'list.csv', '--preset', 'Yearly'))
  expect(result).toMatchObject({ imported: 2, duplicates: 0, filled: 0 })
  expect(JSON.stringify(await json('call', 'a.aims', 'inventory.systems'))).toContain('"Chat"')
  expect((await fieldbook('import', 'systems', 'a.aims', 'list.xlsx', '--sheet', 'Second')).stdout).toMatch(/^1 AI system imported/)
  expect(await count()).toBe('3')
  const fill = await fieldbook('import', 'systems', 'a.aims', 'list.csv', '--duplicates', 'fill')
  expect(fill.stdout).toMatch(/Empty fields of 1 of those were filled/)
})

test('the list that is exported comes back unchanged', async () => {
  for (const name of ['out.csv', 'out.xlsx']) {
    expect(await fieldbook('export', 'systems', 'a.aims', '--to', name)).toMatchObject({ code: 0, stderr: '' })
    const before = workplace.sha256('a.aims')
    expect(await json('import', 'systems', 'a.aims', name)).toMatchObject({ imported: 0, duplicates: 3 })
    expect(workplace.sha256('a.aims')).toBe(before)
  }
  expect(readFileSync(workplace.path('out.csv'), 'utf8')).toContain('Chat')
})

test('a list with changed values updates the chosen fields, and says what it left open', async () => {
  expect((await fieldbook('new', 'b.aims', '--client', 'Acme')).code).toBe(0)
  writeFileSync(workplace.path('year1.csv'), 'ID,Name,Owner,Stage\nA1,Chat,Ann,live\nA2,Scan,Bob,pilot\n')
  writeFileSync(workplace.path('year2.csv'), 'ID,Name,Owner,Stage\nA1,Chat,Cleo,retired\nA2,Radar,Bob,not deployed\n')
  await fieldbook('import', 'systems', 'b.aims', 'year1.csv')
  const seen = await fieldbook('import', 'systems', 'b.aims', 'year2.csv', '--duplicates', 'update', '--dry-run')
  expect(seen.stdout).toMatch(/^1 of those would be updated from the list\.$/m)
  expect(seen.stdout).toMatch(/^ {2}Chat +Owner +Ann → Cleo$/m)
  expect(seen.stdout).toMatch(/^ {2}Chat +Stage +Operation → Retired$/m)
  expect(seen.stdout).toMatch(/^ {2}3 +A2 +Radar \/ Scan$/m)
  const owners = await fieldbook(
    'import',
    'systems',
    'b.aims',
    'year2.csv',
    '--duplicates',
    'update',
    '--fields',
    'owner,name',
    '--same-reference',
    'same',
  )
  expect(owners.code).toBe(0)
  expect(owners.stdout).toMatch(/^2 of those were updated from the list\.$/m)
  expect(owners.stdout).toMatch(/^1 value matches no choice/m)
  expect(owners.stdout).toMatch(/^ {2}Stage +not deployed \(1\)$/m)
  const systems = JSON.stringify(await json('call', 'b.aims', 'inventory.systems'))
  expect(systems).toMatch(/"name":"Chat".*"owner":"Cleo".*"lifeCycleStage":"operation".*"name":"Radar"/)
})

test('what cannot be done ends with the code for it and one sentence, and changes nothing', async () => {
  writeFileSync(workplace.path('empty.csv'), '')
  writeFileSync(workplace.path('header.csv'), 'Name,Owner\n')
  writeFileSync(workplace.path('nameless.csv'), 'Colour,Weight\nred,3\n')
  const before = workplace.sha256('a.aims')
  const failures: [string[], number, RegExp][] = [
    [['import', 'systems', 'a.aims', 'none.csv'], 3, /no file at/],
    [['import', 'systems', 'a.aims', 'empty.csv'], 3, /is empty/],
    [['import', 'systems', 'a.aims', 'header.csv', '--dry-run'], 3, /no rows/],
    [['import', 'systems', 'a.aims', 'a.aims'], 3, /cannot be read as a list/],
    [['import', 'systems', 'a.aims', 'nameless.csv'], 2, /choose one/],
    [['import', 'systems', 'a.aims', 'list.csv', '--preset', 'None'], 2, /saved are: Yearly/],
    [['import', 'systems', 'a.aims', 'list.xlsx', '--sheet', 'None'], 2, /First, Second/],
    [['import', 'systems', 'a.aims', 'list.csv', '--duplicates', 'twice'], 2, /leave-out, fill, update/],
    [['import', 'systems', 'a.aims', 'list.csv', '--fields', 'owner,colour'], 2, /colour/],
    [['import', 'systems', 'a.aims', 'list.csv', '--same-reference', 'maybe'], 2, /another, same/],
    [['import', 'systems', 'a.aims'], 2, /LIST is missing/],
    [['export', 'systems', 'a.aims'], 2, /--to is missing/],
    [['export', 'systems', 'a.aims', '--to', 'x.ods'], 2, /\.csv or \.xlsx/],
    [['export', 'systems', 'a.aims', '--to', 'out.csv'], 3, /already a file/],
  ]
  for (const [words, code, sentence] of failures) {
    const result = await fieldbook(...words)
    expect({ words, ...result }).toMatchObject({ words, code, stdout: '', stderr: expect.stringMatching(sentence) })
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
  }
  expect(workplace.sha256('a.aims')).toBe(before)
})
