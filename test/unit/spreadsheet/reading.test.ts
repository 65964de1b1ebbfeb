import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ListReading } from '../../../src-main/contract/list-reading.ts'
import type { FitOf } from '../../../src-main/spreadsheet/find-header.ts'
import { readList } from '../../../src-main/spreadsheet/read-list.ts'
import { sortRows } from '../../../src-main/spreadsheet/sort-rows.ts'
import { rawWorkbook, type Value, workbook } from '../inventory/workbooks.ts'

const names = ['name', 'system name', 'system']
const others = ['owner', 'purpose', 'status', 'department', 'role', 'class', 'since', 'id', 'risks']

/** What a module would say of a header: here by a few plain words. */
const fitOf: FitOf = (header) => {
  const words = header.map((cell) => cell.trim().toLowerCase())
  const name = words.findIndex((word) => names.includes(word))
  return { name: name < 0 ? null : name, mapped: words.filter((word) => names.includes(word) || others.includes(word)).length }
}

async function read(bytes: Uint8Array | string, reading: ListReading = {}) {
  const list = await readList(Buffer.from(bytes), 'list', reading, fitOf)
  const { header, records, noted } = sortRows(list, fitOf(list.header, []).name, reading)
  const { encoding, delimiter, sheets, sheet, headerRows, isTurned } = list.source
  return {
    table: [header, ...records.map(({ cells }) => cells)],
    noted: noted.map(({ row, reason }) => [row, reason]),
    source: { encoding, delimiter, sheet, headerRows, isTurned },
    sheets,
    warnings: list.warnings,
  }
}

const list = [
  ['System name', 'Owner', 'Purpose'],
  ['Alpha', 'Ops', 'Sorts'],
  ['Beta', 'HR', 'Ranks'],
]
const csv = (rows: readonly (readonly string[])[], delimiter = ',') => rows.map((row) => row.join(delimiter)).join('\n')

describe('the header', () => {
  it.each<[string, string[][], number[]]>([
    ['under a band of section titles', [['Summary', '', 'Details'], ...list], [2]],
    ['under a title and notes', [['Inventory'], ['Version 3'], [], ...list], [4]],
    ['under thirty rows of notes', [...Array.from({ length: 30 }, () => ['A note']), ...list], [31]],
    ['under what is said of the list', [['Owner', 'Jane'], ['Version', '3'], ...list], [3]],
  ])('%s is found, in text as in a workbook', async (_name, rows, headerRows) => {
    for (const bytes of [csv(rows), await workbook({ List: rows })]) {
      const { table, source } = await read(bytes)
      expect(table).toEqual(list)
      expect(source.headerRows).toEqual(headerRows)
    }
  })

  it('of two rows is joined where the lower one names the parts of the upper one', async () => {
    const rows = [
      ['System name', 'Owner', 'Law', '', 'Since'],
      ['', '', 'Role', 'Class', ''],
      ['Alpha', 'Ops', 'Deployer', 'High', '2024'],
    ]
    expect((await read(csv(rows))).table).toEqual([['System name', 'Owner', 'Role', 'Class', 'Since'], rows[2]])
  })

  it('is missing where the first row reads as the others do, and no row is lost', async () => {
    const rows = [
      ['AI-1', 'Mail sorter', 'Ops'],
      ['AI-2', 'CV ranker', 'HR'],
      ['AI-3', 'Log finder', 'IT'],
    ]
    const { table, source } = await read(csv(rows))
    expect([source.headerRows, table.slice(1)]).toEqual([[], rows])
  })

  it('is the row that a person chooses, or none', async () => {
    const rows = [
      ['x', 'y'],
      ['What', 'Who'],
      ['Alpha', 'Ann'],
    ]
    expect((await read(csv(rows), { headerRow: 2 })).table).toEqual(rows.slice(1))
    expect((await read(csv(rows), { headerRow: 'none' })).table).toEqual([['Column 1', 'Column 2'], ...rows])
  })

  it('in a column has its table turned', async () => {
    const rows = [
      ['Attribute', 'System 1', 'System 2'],
      ['Name', 'Mail sorter', 'CV ranker'],
      ['Owner', 'Ops', 'HR'],
      ['Status', 'Live', 'Pilot'],
    ]
    const { table, source } = await read(csv(rows))
    expect(source.isTurned).toBe(true)
    expect(table).toEqual([
      ['Attribute', 'Name', 'Owner', 'Status'],
      ['System 1', 'Mail sorter', 'Ops', 'Live'],
      ['System 2', 'CV ranker', 'HR', 'Pilot'],
    ])
  })
})

describe('rows that are no records', () => {
  it.each<[string, string[][], [number, string][]]>([
    [
      'a total and a note under the list',
      [...list, [], ['Total: 2 systems'], ['Draft, do not circulate']],
      [
        [5, 'total'],
        [6, 'note'],
      ],
    ],
    ['the header again', [...list, ['System name', 'Owner', 'Purpose']], [[4, 'repeated-header']]],
    ['an example', [list[0] ?? [], ['e.g. Chatbot', 'Name', 'What does it do?'], ...list.slice(1)], [[2, 'example']]],
    ['placeholders', [...list, ['n/a', '-', 'tbd']], [[4, 'placeholders']]],
  ])('%s are left out and listed', async (_name, rows, noted) => {
    for (const bytes of [csv(rows), await workbook({ List: rows })]) {
      const result = await read(bytes)
      expect(result.table).toEqual(list)
      expect(result.noted.map(([, reason]) => reason)).toEqual(noted.map(([, reason]) => reason))
    }
  })

  it('titles of groups are a column of the rows under them', async () => {
    const [header = [], alpha = [], beta = []] = list
    const { table, noted } = await read(csv([header, ['CLAIMS'], alpha, ['HUMAN RESOURCES'], beta]))
    expect(table).toEqual([
      [...header, 'Group'],
      [...alpha, 'CLAIMS'],
      [...beta, 'HUMAN RESOURCES'],
    ])
    expect(noted).toEqual([
      [2, 'group'],
      [4, 'group'],
    ])
  })

  it('rows that go on are joined to the record above, and a person may take one for itself', async () => {
    const rows = [
      ['ID', 'Name', 'Owner', 'Risks'],
      ['1', 'Alpha', 'Ann', 'Bias'],
      ['', '', '', 'Drift'],
      ['2', 'Beta', 'Bob', 'Cost'],
    ]
    expect((await read(csv(rows))).table[1]).toEqual(['1', 'Alpha', 'Ann', 'Bias\nDrift'])
    expect((await read(csv(rows), { rows: [{ sheet: null, row: 3, take: true }] })).table).toEqual(rows)
    expect((await read(csv(rows), { rows: [{ sheet: null, row: 4, take: false }] })).noted).toContainEqual([4, 'asked'])
  })

  it('a row that has a name and nothing else is a record', async () => {
    const rows = [...list.slice(0, 2), ['Gamma', '', ''], ...list.slice(2)]
    expect((await read(csv(rows))).table).toEqual(rows)
  })
})

describe('sheets', () => {
  const sheet = (rows: string[][]): Value[][] => rows
  it('that say what the list is about are passed over', async () => {
    const cover = [['AI inventory'], ['Fill in the sheet Inventory'], ['Contact', 'x@example.org']]
    const template = [['Inventory'], list[0] ?? []]
    const { table, source, sheets } = await read(await workbook({ Cover: sheet(cover), Template: sheet(template), Inventory: sheet(list) }))
    expect([source.sheet, table, sheets.length]).toEqual(['Inventory', list, 3])
  })

  it('that look alike are said, and are read as one list where a person chooses them', async () => {
    const bytes = await workbook({ Claims: sheet(list.slice(0, 2)), HR: sheet([list[0] ?? [], list[2] ?? []]) })
    const one = await read(bytes)
    expect([one.table.length, one.warnings]).toEqual([2, [expect.stringContaining('HR')]])
    const [header = [], alpha = [], beta = []] = list
    expect((await read(bytes, { sheets: ['Claims', 'HR'] })).table).toEqual([
      [...header, 'Sheet'],
      [...alpha, 'Claims'],
      [...beta, 'HR'],
    ])
  })

  it('may leave out where their cells are, and hide rows', async () => {
    const row = (cells: string[], attributes = '') =>
      `<row${attributes}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
    const [header = [], alpha = [], beta = []] = list
    const bytes = rawWorkbook(row(header) + row(alpha) + row(beta, ' hidden="1"'))
    const { table, warnings } = await read(bytes)
    expect([table, warnings]).toEqual([list, [expect.stringContaining('1 row is hidden')]])
    expect((await read(bytes, { hiddenRows: 'leave-out' })).noted).toEqual([[3, 'hidden']])
  })
})

describe('text tables', () => {
  it.each([',', ';', '\t', '|', '^', '~'])('separated by %j are read', async (delimiter) => {
    expect(await read(csv(list, delimiter))).toMatchObject({ table: list, source: { delimiter } })
  })

  it.each<[string, string]>([
    ['a line that names the delimiter', `sep=|\r\n${csv(list, '|')}`],
    ['a quoted line that names it', `"sep=;"\r\n${csv(list, ';')}`],
    ['whole rows in quotes', list.map((row) => `"${row.join(',')}"`).join('\n')],
    ['blanks before the cells', list.map((row) => row.map((cell) => `"${cell}"`).join(', ')).join('\n')],
    [
      'a drawing in Markdown',
      ['| System name | Owner | Purpose |', '|---|---|---|', '| Alpha | Ops | Sorts |', '| Beta | HR | Ranks |'].join('\n'),
    ],
    ['a Ctrl-Z at their end', `${csv(list)}\r\n\u001a`],
    ['lines that end in two ways', `${csv(list.slice(0, 2))}\r\n${csv(list.slice(2))}\n`],
    [
      'a web page',
      `<html><table>${list.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`,
    ],
    ['JSON', JSON.stringify(list.slice(1).map(([a, b, c]) => ({ 'System name': a, Owner: b, Purpose: c })))],
    [
      'JSON by lines',
      list
        .slice(1)
        .map(([a, b, c]) => JSON.stringify({ 'System name': a, Owner: b, Purpose: c }))
        .join('\n'),
    ],
  ])('with %s come to the same table', async (_name, content) => {
    expect((await read(content)).table).toEqual(list)
  })

  it('of one column keep their commas', async () => {
    expect((await read('System name\nAlpha\nGamma, the third\n')).table).toEqual([['System name'], ['Alpha'], ['Gamma, the third']])
  })

  it('that are UTF-8 but for one byte stay so, and the row is named', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Name;Owner\nPrüfhelfer;Jörg\nÄmter;Größe\nNachz'),
      Buffer.from([0xfc]),
      Buffer.from('gler;Ann\n'),
    ])
    const { table, source, warnings } = await read(bytes)
    expect(source.encoding).toBe('UTF-8')
    expect([table[1]?.[0], table[3]?.[0]]).toEqual(['Prüfhelfer', 'Nachz\uFFFDgler'])
    expect(warnings).toEqual([expect.stringContaining('row 4')])
  })

  const written: [string, string, string[]][] = [
    ['German', 'Name;Zweck\nPrüfhelfer;Größe prüfen\nSchätzer;Übersicht', ['windows1252', 'macroman', 'cp850']],
    [
      'Polish',
      'Name;Cel\nŁowca błędów;Wykrywa śledzenie\nŹródło;Ocenia wnioski, zażółć',
      ['windows1250', 'iso88592', 'cp852', 'maccenteuro'],
    ],
    ['Czech', 'Name;Účel\nŘízení přepravy;Plánuje trasy\nTřídič;Řadí žádosti', ['windows1250', 'iso88592', 'cp852']],
    ['Turkish', 'Name;Amaç\nŞikayet ayırıcı;Müşteri şikayetlerini sınıflandırır', ['windows1254', 'macturkish']],
    ['Greek', 'Name;Σκοπός\nΤαξινόμηση;Ταξινομεί τα παράπονα των πελατών', ['windows1253', 'macgreek']],
    ['Russian', 'Name;Цель\nОценщик заявок;Оценивает заявки клиентов', ['windows1251', 'koi8-r', 'iso88595', 'maccyrillic', 'cp866']],
    ['Hebrew', 'Name;מטרה\nממיין תלונות;ממיין תלונות של לקוחות', ['windows1255']],
    ['Arabic', 'Name;الغرض\nمصنف الشكاوى;يصنف شكاوى العملاء', ['windows1256']],
    ['Lithuanian', 'Name;Tikslas\nSkundų rūšiuotojas;Skirsto klientų užklausas į įvairias vietas', ['windows1257']],
    ['Japanese', 'Name,目的\n採点支援,応募者の文を採点する\n問い合わせボット,質問に答える', ['shiftjis', 'eucjp']],
    ['Chinese', 'Name,用途\n投诉分类,对客户的投诉进行分类\n简历筛选,筛选求职者的简历', ['gb18030']],
    ['traditional Chinese', 'Name,用途\n投訴分類,對客戶的投訴進行分類\n履歷篩選,篩選求職者的履歷', ['big5']],
    ['Korean', 'Name,목적\n민원 분류,고객의 민원을 분류한다\n이력서 선별,지원자를 선별한다', ['euckr']],
  ]
  it.each(written.flatMap(([language, content, encodings]) => encodings.map((encoding) => [language, encoding, content] as const)))(
    'in %s are read from %s',
    async (_language, encoding, content) => {
      const delimiter = content.includes(';') ? ';' : ','
      const rows = content.split('\n').map((line) => line.split(delimiter))
      expect((await read(iconv.encode(content, encoding))).table).toEqual(rows)
    },
  )

  it('come back as they were, whatever delimiter and encoding they are written with', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', ',', ';', '\t', '|', '"', '\n', 'é', 'ü'), maxLength: 8 })
    const rows = fc.array(fc.tuple(fc.constantFrom('Chat', 'Größe', 'Scan'), cell, cell), { minLength: 1, maxLength: 8 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', ';', '\t', '|', '^', '~'),
        fc.constantFrom('UTF-8' as const, 'UTF-16LE' as const, 'Windows-1252' as const, 'Mac Roman' as const),
        async (records, delimiter, encoding) => {
          const header = ['Name', 'First', 'Second']
          const content = [header, ...records].map((row) => row.map(quoted).join(delimiter)).join('\n')
          const label = encoding === 'Windows-1252' ? 'windows1252' : encoding === 'Mac Roman' ? 'macroman' : encoding.toLowerCase()
          const { header: names, body } = await readList(iconv.encode(content, label), 'list', { encoding, delimiter, headerRow: 1 }, fitOf)
          expect([names, body.map(({ cells }) => cells)]).toEqual([header, records])
        },
      ),
      { numRuns: 200 },
    )
  })
})
