import { describe, expect, it } from 'vitest'
import { printedDocument } from '../../../src-main/documents/printed.ts'
import { page as sheet } from '../../../src-main/documents/style.ts'
import { verifyDocument } from '../../../src-main/documents/verify/index.ts'
import { readPdfPages } from '../../../src-main/documents/verify/read-pdf.ts'
import { writeDocument } from '../../../src-main/documents/write/index.ts'
import { roomOf, widthsOf } from '../../../src-main/documents/write/pdf-room.ts'
import type { Block, DocumentModel, Table } from '../../../src-main/report/model.ts'
import { modelOf, row } from './model-of.ts'
import { faultsOf } from './pdf-layout.ts'

/** Words and texts that are wider than their column or higher than a page. */

const link = (length: number) => 'https://contoso.sharepoint.com/sites/AI-Governance/'.padEnd(length, 'Shared%20Documents/Policies-')
const words = {
  'a link': link,
  'one word': (length: number) => 'Donaudampfschifffahrt'.repeat(length / 21 + 1).slice(0, length),
  'wide letters': (length: number) => 'W'.repeat(length),
  'a token': (length: number) => 'aGVsbG8+d29ybGQ/'.repeat(length / 16 + 1).slice(0, length),
}
const tableOf = (model: DocumentModel): Table => {
  const table = model.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table')
  if (!table) throw new Error('there is no table')
  return table
}

/** Texts that begin in a column of the table and end outside of it. */
async function outOfTheirCells(bytes: Uint8Array, table: Table): Promise<string[]> {
  const widths = widthsOf(table, roomOf(true))
  const starts = widths.map((_, index) => sheet.margin + 5 + widths.slice(0, index).reduce((sum, width) => sum + width + 10, 0))
  const faults: string[] = []
  for await (const { width: pageWidth, pieces } of readPdfPages(bytes)) {
    if (pageWidth < 800) continue
    for (const { text, x, width } of pieces) {
      const column = starts.findIndex((start) => Math.abs(start - x) < 1)
      if (column >= 0 && x + width > (starts[column] ?? 0) + (widths[column] ?? 0) + 1) faults.push(`column ${column}: ${text}`)
    }
  }
  return faults
}

describe.each(Object.entries(words))('%s', (_name, make) => {
  it.each([60, 200, 600, 900, 2500, 20_000])('of %i characters stays in its cell, and its row keeps all of its cells', async (length) => {
    const model = modelOf([
      row('A.3.2', 'before', 'b', 'c'),
      row('A.3.3', make(length), `${make(length)} and then words`, 'Applicable'),
      row('A.3.4', 'x', 'y', 'z'),
    ])
    const bytes = await writeDocument(model, 'pdf')
    expect(await verifyDocument(bytes, 'pdf', model)).toEqual({ rows: 3 })
    expect((await faultsOf(bytes)).faults).toEqual([])
    expect(await outOfTheirCells(bytes, tableOf(model))).toEqual([])
  })

  it.each<[string, (text: string) => Block]>([
    ['paragraph', (text) => ({ kind: 'paragraph', runs: [{ text: 'See ', strong: true }, { text }] })],
    ['list', (text) => ({ kind: 'list', items: [[{ text }]] })],
    ['callout', (text) => ({ kind: 'callout', tone: 'poor', title: text, runs: [{ text }] })],
    [
      'details',
      (text) => ({ kind: 'details', id: 'd', title: text, state: text.slice(0, 60), items: [{ label: text.slice(0, 90), text }] }),
    ],
    [
      'figures',
      (text) => ({
        kind: 'figures',
        items: ['2027-07-26', text.slice(0, 40), '1', '2'].map((value) => ({ value, label: text.slice(0, 90) })),
      }),
    ],
    [
      'heat map',
      (text) => ({
        kind: 'heatmap',
        id: 'h',
        title: text,
        description: text,
        columns: ['A', 'B'],
        rows: [
          {
            label: text,
            cells: [
              { text: '1', tone: 'good' },
              { text: '2', tone: 'poor' },
            ],
          },
        ],
      }),
    ],
  ])('stays on the page in a %s', async (_kind, block) => {
    for (const length of [200, 900, 2500]) {
      const model = modelOf([row('1', 'a', 'b', 'c')])
      const [first, ...rest] = model.sections
      if (!first) throw new Error('there is no section')
      const whole = { ...model, sections: [{ ...first, title: make(length), blocks: [block(make(length)), ...first.blocks] }, ...rest] }
      const bytes = await writeDocument(whole, 'pdf')
      expect(await verifyDocument(bytes, 'pdf', whole)).toEqual({ rows: 1 })
      expect((await faultsOf(bytes)).faults).toEqual([])
    }
  })
})

it('a name of a group, a client and a head of a table of any length lose nothing unsaid', async () => {
  const long = words['one word'](3000)
  const model = modelOf([row('1', 'a', 'b', 'c')])
  const table = tableOf(model)
  const longTable: Table = {
    ...table,
    columns: table.columns.map((column, index) => ({ ...column, title: index === 1 ? long : column.title })),
    rows: [{ group: true, id: 'g', title: `${long} group` }, ...table.rows],
  }
  const whole = {
    ...model,
    client: link(3000),
    title: words['a link'](400),
    sections: [{ id: 's', title: 'Section', landscape: true, blocks: [longTable] }],
  }
  const bytes = await writeDocument(whole, 'pdf')
  expect(await verifyDocument(bytes, 'pdf', whole)).toEqual({ rows: 1 })
  expect((await faultsOf(bytes)).faults).toEqual([])
  const { cut } = printedDocument(whole, 'pdf').limits
  expect(cut).toHaveLength(1)
  expect(cut[0]?.characters).toBeGreaterThan(2000)
})

it('a chart of forty bars is drawn whole, page by page', async () => {
  const bars = Array.from({ length: 40 }, (_, index) => ({ label: `Course ${index}`, values: [1] }))
  const model = modelOf([row('1', 'a', 'b', 'c')])
  const chart: Block = {
    kind: 'bars',
    id: 'b',
    title: 'By course',
    description: 'One bar each.',
    series: [{ name: 'Done', tone: 'good' }],
    bars,
  }
  const whole = { ...model, sections: [{ id: 's', title: 'Section', blocks: [chart] }] }
  const bytes = await writeDocument(whole, 'pdf')
  const texts: string[] = []
  for await (const { pieces } of readPdfPages(bytes)) texts.push(...pieces.map(({ text }) => text))
  expect(bars.filter(({ label }) => !texts.includes(label))).toEqual([])
  expect((await faultsOf(bytes)).faults).toEqual([])
})

it('a text that runs off the sheet counts as not there', async () => {
  const model = modelOf([row('1', 'a', 'b', 'c')])
  const wide = {
    ...model,
    sections: [{ id: 's', title: 'S', blocks: [{ kind: 'paragraph' as const, runs: [{ text: 'At the edge of the sheet' }] }] }],
  }
  const bytes = Buffer.from(await writeDocument(wide, 'pdf'))
  // The page becomes as narrow as half of its text.
  const narrow = Buffer.from(
    bytes.toString('latin1').replaceAll('/MediaBox [0 0 595.28 841.89]', '/MediaBox [0 0 101.28 841.89]'),
    'latin1',
  )
  expect(narrow.equals(bytes)).toBe(false)
  await expect(verifyDocument(narrow, 'pdf', wide)).rejects.toMatchObject({
    missing: expect.arrayContaining([expect.stringContaining('At the edge of the sheet')]),
  })
})

it('a text that a cell of a workbook cannot hold is cut in sight, and the export says so; one that a row cannot show is named', async () => {
  const model = modelOf([row('R-1', 'n'.repeat(64_860), 'words '.repeat(900), '')])
  const { limits } = printedDocument(model, 'xlsx')
  expect(limits.cut).toEqual([{ where: 'As a table, R-1, Column 1', characters: 64_860 - 32_667 }])
  expect(limits.hidden.map(({ where }) => where)).toEqual(['As a table, R-1, Column 1', 'As a table, R-1, Column 2'])
  const bytes = await writeDocument(model, 'xlsx')
  expect(await verifyDocument(bytes, 'xlsx', model)).toEqual({ rows: 1 })
  expect(printedDocument(model, 'docx').limits.cut).toEqual([])
  const { readXlsx } = await import('../../../src-main/documents/verify/read-xlsx.ts')
  expect((await readXlsx(bytes)).text).toContain('n… 32193 more characters; see the DOCX')
})
