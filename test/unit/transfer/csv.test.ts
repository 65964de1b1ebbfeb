import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FieldbookError } from '../../../src-main/contract/errors.ts'
import { systemField } from '../../../src-main/contract/inventory.ts'
import { readVocabulary } from '../../../src-main/inventory/vocabulary.ts'
import { mapValue } from '../../../src-main/spreadsheet/map-value.ts'
import { proposeMapping } from '../../../src-main/spreadsheet/propose-mapping.ts'
import { readList } from '../../../src-main/spreadsheet/read-list.ts'
import { independentRecords } from '../independent-csv.ts'

const realFile = join(import.meta.dirname, '../../fixtures/us-federal-ai-use-cases-2024.csv')
const realBytes = readFileSync(realFile)

const read = async (bytes: Uint8Array) => {
  const { source, header, body, warnings } = await readList(bytes, 'list.csv')
  return { ...source, header, records: body.map(({ cells }) => cells), warnings }
}
const readText = (content: string) => read(Buffer.from(content))

describe('the real list', () => {
  it('is read whole: every cell is what a second reader finds', async () => {
    const table = await read(realBytes)
    const [header = [], ...records] = independentRecords(realBytes)
    expect(table).toMatchObject({ encoding: 'Windows-1252', delimiter: ',', warnings: [] })
    expect(table.header).toHaveLength(62)
    expect(table.records).toHaveLength(2133)
    expect(records).toHaveLength(2133)
    expect(table.records).toEqual(records)
    expect(table.header.map((name) => name.replace(/ \(\d+\)$/, ''))).toEqual(header.map((name) => name.trim()))
    // The list would prove little without what makes lists hard.
    const cells = table.records.flat()
    for (const part of ['\n', '"', ',', '’', '–']) expect(cells.some((cell) => cell.includes(part))).toBe(true)
  })

  it('has a name of its own for each column', async () => {
    const { header } = await read(realBytes)
    expect(new Set(header).size).toBe(62)
    expect(header.filter((name) => name.startsWith('If Other, please explain.'))).toEqual([
      'If Other, please explain.',
      ...Array.from({ length: 8 }, (_, index) => `If Other, please explain. (${index + 2})`),
    ])
  })

  const vocabulary = readVocabulary()
  const fields = systemField.options.map((id) => ({ id, synonyms: vocabulary.columns[id] }))
  const propose = (header: string[], records: string[][] = []) => {
    const mapping = proposeMapping(header, records, fields)
    return Object.fromEntries([...mapping].flatMap(([id, columns]) => [columns ?? []].flat().map((column) => [id, header[column]])))
  }

  it('gets the mapping that a person would choose, and nothing where no column fits', async () => {
    const { header, records } = await read(realBytes)
    expect(propose(header, records)).toEqual({
      name: 'Use Case Name',
      purpose: 'What is the intended purpose and expected benefits of the AI?',
      department: 'Agency',
      lifeCycleStage: 'Stage of Development',
    })
  })

  it('has stages that are mapped by their words; what says no stage is kept apart', async () => {
    const { header, records } = await read(realBytes)
    const column = header.indexOf('Stage of Development')
    const stages = new Set(records.map((record) => record[column] ?? '').filter((value) => value.trim() !== ''))
    expect(Object.fromEntries([...stages].map((value) => [value, mapValue(value, vocabulary.values.lifeCycleStage)]))).toEqual({
      'Acquisition and/or Development': 'development',
      Ideation: 'idea',
      'Implementation and Assessment': 'verification',
      'In mission': 'operation',
      'In production': 'operation',
      Initiated: 'idea',
      'Operation and Maintenance': 'operation',
      Planned: 'idea',
      'Research or  Administrative Action Complete': null,
      Retired: 'retired',
    })
  })

  it.each([
    [
      ['No.', 'KI-System', 'Zweck', 'Abteilung', 'Anbieter', 'Phase', 'Bemerkung', 'Verantwortlich'],
      {
        reference: 'No.',
        name: 'KI-System',
        purpose: 'Zweck',
        department: 'Abteilung',
        supplier: 'Anbieter',
        lifeCycleStage: 'Phase',
        notes: 'Bemerkung',
        owner: 'Verantwortlich',
      },
    ],
    [
      ['System ID', 'Application name', 'Description', 'Business Unit', 'Vendor', 'Status', 'System Owner', 'Our role', 'Comments'],
      {
        reference: 'System ID',
        name: 'Application name',
        purpose: 'Description',
        department: 'Business Unit',
        supplier: 'Vendor',
        lifeCycleStage: 'Status',
        owner: 'System Owner',
        role: 'Our role',
        notes: 'Comments',
      },
    ],
    [['If yes, please name the unit that said no', 'Colour', 'Is it live, or is there no date?'], {}],
  ])('and another list gets its own: %j', (header, expected) => {
    expect(propose(header)).toEqual(expected)
  })

  it('prefers the better filled of two equal columns, and takes none twice', () => {
    const records = [
      ['', 'a', ''],
      ['b', 'c', ''],
    ]
    expect(propose(['Agency', 'Bureau', 'Division'], records)).toEqual({ department: 'Bureau' })
    const mapped = Object.values(propose(['Name', 'Name and purpose']))
    expect(new Set(mapped).size).toBe(mapped.length)
  })

  it.each([
    ['Provider', 'provider'],
    ['we are the deployer of this system', 'deployer'],
    ['Betreiber', 'deployer'],
    ['provider and deployer', null],
    ['purple', null],
    ['', null],
  ])('the role "%s" becomes %s', (value, role) => {
    expect(mapValue(value, vocabulary.values.role)).toBe(role)
  })
})

describe('encodings', () => {
  const content = 'Name;Größe\nMüller – “Test”;3 €\nŁódź;日本\n'
  const utf16 = (text: string, bigEndian: boolean) => (bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'))
  const expected = {
    header: ['Name', 'Größe'],
    records: [
      ['Müller – “Test”', '3 €'],
      ['Łódź', '日本'],
    ],
  }
  it.each([
    ['UTF-8', 'UTF-8', Buffer.from(content)],
    ['UTF-8 with a mark', 'UTF-8', Buffer.from(`\uFEFF${content}`)],
    ['UTF-16 with a mark', 'UTF-16LE', utf16(`\uFEFF${content}`, false)],
    ['UTF-16 with a mark, the other way round', 'UTF-16BE', utf16(`\uFEFF${content}`, true)],
    ['UTF-16 without a mark', 'UTF-16LE', utf16(content, false)],
    ['UTF-16 without a mark, the other way round', 'UTF-16BE', utf16(content, true)],
  ])('%s', async (_name, encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({ encoding, delimiter: ';', ...expected })
  })

  it('Windows-1252, where it is no UTF-8', async () => {
    const bytes = Buffer.from('4e616d65 3b 47 72f6df65 0a 93 4d fc6c6c6572 94 3b 80 0a'.replaceAll(' ', ''), 'hex')
    expect(await read(bytes)).toMatchObject({ encoding: 'Windows-1252', header: ['Name', 'Größe'], records: [['“Müller”', '€']] })
  })
})

describe('shapes', () => {
  it.each([',', ';', '\t'])('the delimiter %j is recognised, with the others inside cells', async (delimiter) => {
    const lines = [
      ['Name', 'Purpose', 'Cost'],
      ['A, B', 'x; y', '1,5'],
      ['C', 'z', '2'],
      ['D; E', 'u,\tv', ''],
    ]
    const content = lines.map((cells) => cells.map((cell) => (/[,;\t]/.test(cell) ? `"${cell}"` : cell)).join(delimiter)).join('\r\n')
    expect(await readText(content)).toMatchObject({ delimiter, header: lines[0], records: lines.slice(1) })
  })

  it('keeps quoted line breaks and doubled quotes as they are', async () => {
    expect((await readText('a,b\r\n"one\r\ntwo\nthree","say ""no"""\r\n')).records).toEqual([['one\r\ntwo\nthree', 'say "no"']])
  })

  it('is not taken for another table, whose delimiter stands inside of quotes', async () => {
    const content = 'System,Purpose\n,"\tx\tx"\n"\r\n",\n"\tx","\t"\n'
    expect(await readText(content)).toMatchObject({ delimiter: ',', header: ['System', 'Purpose'], warnings: [] })
  })

  it('reads a list of one column', async () => {
    expect(await readText('Name\nFirst\nSecond')).toMatchObject({ header: ['Name'], records: [['First'], ['Second']], warnings: [] })
  })

  it('passes over the line that tells Excel the delimiter', async () => {
    expect(await readText('sep=;\r\na;b\r\n1;2\r\n')).toMatchObject({
      delimiter: ';',
      header: ['a', 'b'],
      records: [['1', '2']],
      warnings: [],
    })
  })

  it('fills short rows up, and reports cells that are in no column of the header', async () => {
    const table = await readText('a,b,c\n1\n1,2,3,4\n1,2,3,\n')
    expect(table.header).toEqual(['a', 'b', 'c', 'Column 4'])
    expect(table.records).toEqual([
      ['1', '', '', ''],
      ['1', '2', '3', '4'],
      ['1', '2', '3', ''],
    ])
    expect(table.warnings).toEqual([expect.stringContaining('1 row has more cells'), expect.stringContaining('1 row has fewer cells')])
  })

  it('reports a quote that is never closed, since it swallows the rows after it', async () => {
    expect((await readText('a,b\n1,"2\n3,4\n5,6\n')).warnings).not.toEqual([])
  })

  it('has a name for every column, none twice', async () => {
    expect((await readText('a,,a,a (2),\n1,2,3,4,5')).header).toHaveLength(5)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'a (2)', 'a (3)', '', ' a ', 'Column 2'), { minLength: 1, maxLength: 8 }),
        async (names) => {
          const { header } = await readText(`${['x', ...names].join(',')}\n1${',1'.repeat(names.length)}`)
          expect(new Set(header).size).toBe(names.length + 1)
          expect(header).not.toContain('')
        },
      ),
    )
  })
})

describe('what is no list', () => {
  const code = async (bytes: Uint8Array) => {
    try {
      await readList(bytes, 'list.csv')
    } catch (error) {
      if (error instanceof FieldbookError) return error.code
    }
    return 'none'
  }
  it.each<[string, string, Uint8Array]>([
    ['nothing', 'import-empty', Buffer.alloc(0)],
    ['a mark alone', 'import-empty', Buffer.from('\uFEFF')],
    ['line breaks alone', 'import-empty', Buffer.from('\r\n\r\n')],
    ['more rows than any list has', 'import-unreadable', Buffer.from(`a,b\n${'1,2\n'.repeat(100_001)}`)],
    ['an Excel workbook', 'import-unreadable', zipSync({ 'xl/workbook.xml': Buffer.from('<x/>') })],
    ['an old or encrypted workbook', 'import-unreadable', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a PDF', 'import-unreadable', Buffer.from('%PDF-1.7\n')],
    ['an engagement', 'import-unreadable', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4000, 7), Buffer.alloc(96)])],
  ])('%s', async (_name, expected, bytes) => {
    expect(await code(bytes)).toBe(expected)
  })
})

describe('any table', async () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'Z', '0', ' ', ',', ';', '\t', '"', '\n', '\r\n', '\r', 'é', '日', '€'), maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', '').replaceAll('\uFEFF', '')),
  )
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }))

  it.each([',', ';', '\t'])('that is written with %j comes back as it was', async (delimiter) => {
    const quote = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, lineEnd, mark) => {
        const header = (rows[0] ?? []).map((_, column) => `Column of ${column}`)
        const lines = [header, ...rows].map((cells) => cells.map(quote).join(delimiter))
        // What nobody can see is no row.
        const records = rows.filter((cells) => cells.some((text) => /[^\s\p{Cc}\p{Cf}]/u.test(text)))
        fc.pre(records.length > 0)
        const result = await readText((mark ? '\uFEFF' : '') + lines.join(lineEnd) + lineEnd)
        expect(result).toMatchObject({ delimiter, header, records, warnings: [] })
      }),
      { numRuns: 400 },
    )
  })
})
