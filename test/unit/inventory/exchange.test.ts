import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type AiSystem,
  autonomies,
  dataCategories,
  lifeCycleStages,
  reaches,
  type SystemFields,
  systemKinds,
  systemRoles,
} from '../../../src-main/contract/inventory.ts'
import { withoutGuard } from '../../../src-main/spreadsheet/formula-guard.ts'
import { readList } from '../../../src-main/spreadsheet/read-list.ts'
import { writeCsv } from '../../../src-main/spreadsheet/write-csv.ts'
import { writeSheet } from '../../../src-main/spreadsheet/write-sheet.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { independentRecords } from '../independent-csv.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const formats = ['csv', 'xlsx'] as const
const fieldsOf = ({ id: _, createdAt: __, ...fields }: AiSystem): SystemFields => fields

async function write(name: string, ids?: string[]): Promise<string> {
  const to = engagement.at(name)
  await engagement.job('inventory.exportSystems', { to, overwrite: true, ...(ids ? { ids } : {}) })
  return to
}

/** Texts that spreadsheets, CSV and XML each have trouble with. */
const hardTexts = [
  '=1+1',
  '+49 30',
  '-',
  '@SUM(A1)',
  '\tx',
  '\rx',
  "'quoted",
  "'=1",
  "''",
  '"',
  ',',
  ';',
  ' a ',
  'a\r\nb\nc',
  '_x0041_',
  '<&>',
  '\u0001',
  '\uFFFE',
  '007',
  '1e5',
  'TRUE',
  '日本 – €',
]

const text = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...hardTexts),
  fc.string({ unit: 'binary', maxLength: 20 }).map((value) => value.replaceAll('\0', '')),
)
const choice = <Choice extends string>(choices: readonly Choice[]) => fc.constantFrom(null, ...choices)

const anySystem: fc.Arbitrary<SystemFields> = fc.record({
  name: fc.tuple(fc.constantFrom('', ...hardTexts), fc.constantFrom('Chat', 'Scan', '=Sort')).map((parts) => parts.join('')),
  reference: text,
  purpose: text,
  intendedUse: text,
  owner: text,
  department: text,
  supplier: text,
  role: choice(systemRoles),
  lifeCycleStage: choice(lifeCycleStages),
  kind: choice(systemKinds),
  autonomy: choice(autonomies),
  humanOversight: text,
  dataCategories: fc.subarray([...dataCategories]).map((categories) => categories.toSorted()),
  affectedPeople: text,
  reach: choice(reaches),
  models: text,
  links: text,
  notes: text,
})

describe.each(formats)('the inventory as %s', (format) => {
  it('comes back unchanged: a second import adds and fills nothing, an empty engagement gets the same systems', async () => {
    const other = await EngagementInFolder.create()
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(anySystem, { minLength: 6, maxLength: 16 }), async (list) => {
          await clear(engagement)
          await clear(other)
          for (const fields of list) await engagement.call('inventory.add', fields)
          const before = await engagement.systems()
          const path = await write(`round.${format}`)
          const again = await engagement.job('inventory.import', { path, onDuplicate: 'fill' })
          expect(again).toMatchObject({ imported: 0, duplicates: list.length, filled: 0, withoutName: 0, warnings: [] })
          expect(await engagement.systems()).toEqual(before)
          expect(await other.job('inventory.import', { path })).toMatchObject({ imported: list.length, duplicates: 0 })
          const there = await other.systems()
          expect(new Map(there.map((system) => [system.id, fieldsOf(system)]))).toEqual(
            new Map(before.map((system) => [system.id, fieldsOf(system)])),
          )
        }),
        { numRuns: 3 },
      )
    } finally {
      await other.remove()
    }
  })

  it('holds the rows that were chosen, and is opened by its ending', async () => {
    const chat = await engagement.call('inventory.add', { name: 'Chat' })
    await engagement.call('inventory.add', { name: 'Scan' })
    const preview = await engagement.job('inventory.previewImport', { path: await write(`chosen.${format}`, [chat.id]) })
    expect(preview).toMatchObject({
      records: 1,
      isOwn: true,
      duplicates: 1,
      found: [{ name: 'Chat', by: 'id', systemId: chat.id, fills: [] }],
    })
  })

  it('leaves a file that is there as it is, unless it is told to replace it', async () => {
    await engagement.call('inventory.add', { name: 'Chat' })
    const to = engagement.put(`there.${format}`, 'mine')
    expect((await engagement.refusal('inventory.exportSystems', { to })).code).toBe('file-exists')
    expect(readFileSync(to, 'utf8')).toBe('mine')
    await engagement.job('inventory.exportSystems', { to, overwrite: true })
    expect((await engagement.job('inventory.previewImport', { path: to })).records).toBe(1)
  })

  it('that a person has added a row to brings that row, also where it was copied with its ID', async () => {
    await engagement.call('inventory.add', { name: 'Chat', department: 'Sales' })
    const path = await write('more.csv')
    const [header = '', row = ''] = readFileSync(path, 'utf8').split('\r\n')
    engagement.put('more.csv', [header, row, row.replace('Sales', 'Legal')].join('\r\n'))
    expect(await engagement.job('inventory.import', { path })).toMatchObject({ imported: 1, duplicates: 1 })
    const systems = await engagement.systems()
    expect(systems.map(({ department }) => department).sort()).toEqual(['Legal', 'Sales'])
    expect(new Set(systems.map(({ id }) => id)).size).toBe(2)
  })
})

async function clear(target: EngagementInFolder): Promise<void> {
  const ids = (await target.call('inventory.systems', {})).map(({ id }) => id)
  if (ids.length > 0) await target.call('inventory.remove', { ids })
}

describe('any cells', () => {
  const cell = fc.oneof(text, fc.string({ unit: fc.constantFrom('=', "'", '"', ',', '\r', '\n', '\t', '_x000D_', 'é', ' '), maxLength: 6 }))
  const table = fc.array(fc.tuple(fc.constantFrom('Chat', '=x', "'y"), cell, cell), { minLength: 1, maxLength: 8 })
  const header = ['Fieldbook ID', 'Name', 'Notes']

  it('that are called like what every object has are read as they were from a workbook', async () => {
    const names = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']
    const rows = names.map((name) => header.map(() => name))
    const xlsx = await readList(await writeSheet('List', header, rows), 'list.xlsx')
    expect(xlsx.body.map(({ cells }) => cells)).toEqual(rows)
  })

  it('that are written as text or as workbook are read as they were', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const csv = await readList(writeCsv(header, rows), 'list.csv')
        expect(csv).toMatchObject({ header, source: { encoding: 'UTF-8', delimiter: ',' }, warnings: [] })
        expect(csv.body.map(({ cells }) => cells.map(withoutGuard))).toEqual(rows)
        const xlsx = await readList(await writeSheet('List', header, rows), 'list.xlsx')
        expect([xlsx.body.map(({ cells }) => cells), xlsx.warnings]).toEqual([rows, []])
      }),
      { numRuns: 150 },
    )
  })
})

describe('a formula', () => {
  it('is harmless in the CSV, for any reader of it, and comes in as it is from a list of others', async () => {
    await engagement.call('inventory.add', { name: '=HYPERLINK("http://x","y")', owner: '-1', notes: "'" })
    const [, record = []] = independentRecords(readFileSync(await write('safe.csv')))
    expect(record.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    await clear(engagement)
    await engagement.job('inventory.import', { path: engagement.put('theirs.csv', "Name,Notes,Owner\n=1+1,'kept,@x\n") })
    expect(await engagement.systems()).toMatchObject([{ name: '=1+1', notes: "'kept", owner: '@x' }])
  })
})

describe('what cannot be written', () => {
  it('a text that no cell of a workbook holds is refused by name, and CSV holds it', async () => {
    await engagement.call('inventory.add', { name: 'Chat', notes: 'x'.repeat(40_000) })
    const report = await engagement.refusal('inventory.exportSystems', { to: engagement.at('long.xlsx') })
    expect(report).toMatchObject({ code: 'conflict', sentence: expect.stringContaining('Notes of Chat') })
    expect(await engagement.job('inventory.exportSystems', { to: engagement.at('long.csv') })).toMatchObject({ rows: 1 })
  })

  it('another ending than those two is refused', async () => {
    expect((await engagement.refusal('inventory.exportSystems', { to: engagement.at('list.ods') })).code).toBe('invalid-input')
  })
})
