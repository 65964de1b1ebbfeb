import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { inlineCell, nameRow, rawParts, rawWorkbook, workbook } from './workbooks.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const put = (content: Uint8Array) => engagement.put('list.xlsx', content)

describe('a workbook', () => {
  it('comes in from its first sheet with rows; days, times, numbers and formulas are text that a person knows', async () => {
    const path = put(
      await workbook({
        Cover: [['Inventory']],
        Systems: [
          ['Name', 'ID', 'Notes', 'Owner', 'Supplier'],
          ['Chat', 12_345_678_901_234, new Date('2026-11-24T00:00:00Z'), 0.1 + 0.2, true],
          ['Scan', 7, new Date('2026-11-24T14:30:00Z'), 1e-7, '=1+1'],
        ],
      }),
    )
    expect(await engagement.job('inventory.previewImport', { path })).toMatchObject({
      encoding: 'XLSX',
      sheets: [
        { name: 'Cover', isRead: false },
        { name: 'Systems', isRead: true },
      ],
      sheet: 'Systems',
      records: 2,
      warnings: [],
    })
    expect(await engagement.job('inventory.import', { path })).toMatchObject({ imported: 2 })
    expect(await engagement.systems()).toMatchObject([
      { name: 'Chat', reference: '12345678901234', notes: '2026-11-24', owner: '0.3', supplier: 'TRUE' },
      { name: 'Scan', reference: '7', notes: '2026-11-24 14:30', owner: '0.0000001', supplier: '=1+1' },
    ])
  })

  it('is read from the sheet that is asked for, and says which there are where there is none of that name', async () => {
    const path = put(await workbook({ First: [['Name'], ['Chat']], Second: [['Name'], ['Scan']] }))
    expect((await engagement.job('inventory.previewImport', { path })).sheet).toBe('First')
    await engagement.job('inventory.import', { path, reading: { sheets: ['Second'] } })
    expect((await engagement.systems()).map(({ name }) => name)).toEqual(['Scan'])
    const { code, sentence } = await engagement.refusal('inventory.import', { path, reading: { sheets: ['Third'] } })
    expect([code, sentence]).toEqual(['invalid-input', expect.stringContaining('First, Second')])
  })

  it('may have a title above its header and margins beside it', async () => {
    const rows = [['AI systems 2026', null, null], [], [null, 'Name', 'Department'], [null, 'Chat', 'Sales'], [null, 'Scan', null]]
    const preview = await engagement.job('inventory.previewImport', { path: put(await workbook({ List: rows })) })
    expect(preview).toMatchObject({ header: ['Name', 'Department'], records: 2, warnings: [expect.stringContaining('1 row above')] })
  })

  it('keeps what formulas came to, and the formula itself where it was never reckoned', async () => {
    const rows = [
      `<row r="2">${inlineCell('A2', 'Chat')}<c r="B2" t="str"><f>A2</f><v>came to this</v></c></row>`,
      `<row r="3">${inlineCell('A3', 'Scan')}<c r="B3"><f>SUM(C1,C2)</f></c></row>`,
      `<row r="4">${inlineCell('A4', 'Sort')}<c r="B4" t="str"><f>IF(1,"","x")</f><v></v></c></row>`,
      `<row r="5">${inlineCell('A5', 'Spot')}<c r="B5" t="str"><f>LEFT(A5)</f></c></row>`,
    ]
    await engagement.job('inventory.import', { path: put(rawWorkbook(nameRow + rows.join(''))) })
    expect((await engagement.systems()).map(({ name, notes }) => [name, notes])).toEqual([
      ['Chat', 'came to this'],
      ['Scan', '=SUM(C1,C2)'],
      ['Sort', ''],
      ['Spot', '=LEFT(A5)'],
    ])
  })
})

/** The size that an entry says it unfolds to, in the directory at the end of a ZIP, changed. */
function withDeclaredSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
    if (bytes.toString('latin1', at + 46, at + 46 + name.length) === name) bytes.writeUInt32LE(size, at + 24)
  return bytes
}

const sheetPart = 'xl/worksheets/sheet1.xml'
const bomb = () => zipSync({ ...rawParts(nameRow), 'xl/media/zeros.xml': new Uint8Array(40 * 1024 ** 2) })
const liar = () => withDeclaredSize(rawWorkbook(nameRow + inlineCell('A2', 'x'.repeat(50_000))), sheetPart, 100)
const far = () => rawWorkbook(`${nameRow}<row r="2">${inlineCell('XFD2', 'x')}</row>`)
const deep = () => rawWorkbook(`${nameRow}<row r="1048576">${inlineCell('A1048576', 'x')}</row>`)
const encrypted = () =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])

function encryptedZip(): Uint8Array {
  const bytes = Buffer.from(rawWorkbook(nameRow))
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
    bytes[at + 8] = 1
  return bytes
}

describe('what is no list', () => {
  it.each<[string, string, RegExp, () => Uint8Array | Promise<Uint8Array>]>([
    ['a workbook without a cell', 'import-empty', /empty/, () => workbook({ A: [[]], B: [[]] })],
    ['a workbook behind a password', 'import-unreadable', /password/, encrypted],
    ['a ZIP behind a password', 'import-unreadable', /password/, encryptedZip],
    ['an old workbook', 'import-unreadable', /\.xls\)/, () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['a PDF', 'import-unreadable', /PDF/, () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['a document', 'import-unreadable', /a document/, () => zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['an OpenDocument table', 'import-unreadable', /OpenDocument/, () => zipSync({ 'content.xml': strToU8('<w/>') })],
    ['a binary workbook', 'import-unreadable', /xlsb/, () => zipSync({ 'xl/workbook.bin': strToU8('x') })],
    ['a Numbers file', 'import-unreadable', /Numbers/, () => zipSync({ 'Index/Document.iwa': strToU8('x') })],
    ['any other ZIP', 'import-unreadable', /ZIP/, () => zipSync({ 'a.txt': strToU8('x') })],
    ['an empty ZIP', 'import-unreadable', /ZIP/, () => zipSync({})],
    ['a ZIP that is cut short', 'import-unreadable', /damaged/, async () => (await workbook({ A: [['Name'], ['Chat']] })).subarray(0, 800)],
    ['a sheet that is no XML', 'import-unreadable', /damaged/, () => rawWorkbook('<row><c r="what"')],
    ['a ZIP bomb', 'import-unreadable', /unfold/, bomb],
    ['an entry that is larger than it says', 'import-unreadable', /unfold/, liar],
    ['a cell at the farthest corner', 'import-unreadable', /spread over more columns/, far],
    ['a cell far below the others', 'import-unreadable', /more than 100,000 rows/, deep],
  ])('%s is named so, and nothing is written', async (_name, code, words, make) => {
    const path = put(await make())
    const changes = await engagement.changes()
    for (const procedure of ['inventory.previewImport', 'inventory.import'] as const) {
      const report = await engagement.refusal(procedure, { path })
      expect(report).toMatchObject({ code, sentence: expect.stringMatching(words) })
      expect(report.sentence).toContain('list.xlsx')
    }
    expect([await engagement.systems(), await engagement.changes()]).toEqual([[], changes])
  })

  it('a file of more than 50 MB is not even read', async () => {
    const path = engagement.put('list.csv', Buffer.alloc(51 * 1024 ** 2, 'a,b\n'))
    const report = await engagement.refusal('inventory.import', { path })
    expect(report).toMatchObject({ code: 'import-too-large', sentence: expect.stringContaining('50 MB') })
  })
})
