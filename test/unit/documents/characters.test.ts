import { describe, expect, it } from 'vitest'
import { printedDocument } from '../../../src-main/documents/printed.ts'
import { ExportIncompleteError, verifyDocument } from '../../../src-main/documents/verify/index.ts'
import { writeDocument } from '../../../src-main/documents/write/index.ts'
import { limitLines } from '../../../src-main/language/limit-lines.ts'
import type { Block, DocumentFormat, DocumentModel } from '../../../src-main/report/model.ts'
import { modelOf, row } from './model-of.ts'
import { covered, texts, uncovered } from './nasty.ts'
import { faultsOf } from './pdf-layout.ts'

/** Every character that the fonts have and many that they have not, in every text of a document and in every format. */

const formats: DocumentFormat[] = ['pdf', 'docx', 'xlsx', 'html']

/** A document in which each kind of text is this one. */
function everywhere(text: string): DocumentModel {
  const model = modelOf([row('1', text, text, `before ${text} after`)], text)
  const blocks: Block[] = [
    { kind: 'list', items: [[{ text, strong: true }, { text: ' and so on' }]] },
    { kind: 'callout', tone: 'fair', title: text, runs: [{ text, emphasis: true }] },
    {
      kind: 'figures',
      items: [
        { value: '1', label: text },
        { value: text.slice(0, 12), label: 'short' },
      ],
    },
    { kind: 'details', id: 'd', title: text, state: 'Open', items: [{ label: 'Text', text }] },
    {
      kind: 'heatmap',
      id: 'h',
      title: text,
      description: text,
      columns: ['Conform'],
      rows: [{ label: text, cells: [{ text: '1', tone: 'good' }] }],
    },
    { kind: 'bars', id: 'b', title: text, description: text, series: [{ name: text, tone: 'good' }], bars: [{ label: text, values: [1] }] },
    {
      kind: 'radar',
      id: 'r',
      title: text,
      description: text,
      axes: [text, text, text],
      maximum: 5,
      series: [{ name: text, values: [1, 2, 3] }],
    },
  ]
  const control = { ...model.control, author: text, approver: text, classification: text, status: text }
  const [first, ...rest] = model.sections
  return {
    ...model,
    title: text,
    subtitle: text,
    client: text,
    control,
    sections: [...(first ? [{ ...first, title: text, blocks: [...first.blocks, ...blocks] }] : []), ...rest],
  }
}

const inParts = (characters: string[], size: number) =>
  Array.from({ length: Math.ceil(characters.length / size) }, (_, part) => characters.slice(part * size, (part + 1) * size).join(' a'))

describe.each(formats)('as %s', (format) => {
  it('every character that the fonts have is written, found again, and none of them is said to be missing', async () => {
    expect(covered.length).toBeGreaterThan(797)
    for (const part of inParts(covered, 300)) {
      const model = everywhere(part)
      expect(await verifyDocument(await writeDocument(model, format), format, model)).toEqual({ rows: 1 })
      const { unprinted } = printedDocument(model, format).limits
      // Two code points of the fonts' own are no characters of anybody's.
      expect(unprinted.filter(({ character }) => !/\p{Co}/u.test(character))).toEqual([])
    }
  })

  it.each(Object.entries(uncovered))(
    '%s is written, and each character that cannot be printed is named with its place',
    async (_script, characters) => {
      const model = everywhere(characters.join(''))
      const bytes = await writeDocument(model, format)
      expect(await verifyDocument(bytes, format, model)).toEqual({ rows: 1 })
      const { unprinted } = printedDocument(model, format).limits
      const wanted = format === 'pdf' ? [...new Set(characters)] : []
      expect(unprinted.map(({ character }) => character).sort()).toEqual(wanted.sort())
      for (const { where, count } of unprinted) expect([where.length > 0, count > 5]).toEqual([true, true])
      if (format === 'pdf') expect((await faultsOf(bytes)).faults).toEqual([])
    },
  )

  it('what people paste is written and stays in its place', async () => {
    for (const text of texts) {
      const model = everywhere(text)
      const bytes = await writeDocument(model, format)
      expect(await verifyDocument(bytes, format, model), text.slice(0, 40)).toEqual({ rows: 1 })
      if (format === 'pdf') expect((await faultsOf(bytes)).faults, text.slice(0, 40)).toEqual([])
    }
  })

  it.each([
    ['soft\u00ADhyphen here', 'softhyphen'],
    ['ﬁnal µm\u200B here', 'ﬁnal µm\u200B'],
    ['株式会社 here', '株式会社'],
    ['☑ done here', '☑ done'],
  ])('a word that is dropped from %j is noticed', async (whole, without) => {
    const written = await writeDocument(modelOf([row('1', without, '', '')]), format)
    await expect(verifyDocument(written, format, modelOf([row('1', whole, '', '')]))).rejects.toThrow(ExportIncompleteError)
    const text = await writeDocument(modelOf([], without), format)
    await expect(verifyDocument(text, format, modelOf([], whole))).rejects.toThrow(ExportIncompleteError)
  })
})

it('more than 500 characters are named by glyph, code, number and first place, and DOCX is advised', () => {
  const all = [...new Set(Object.values(uncovered).flat())]
  expect(all.length).toBeGreaterThanOrEqual(500)
  const { limits } = printedDocument(modelOf([row('R-004 Pricing', 'x', all.join(''), '')]), 'pdf')
  expect(limits.unprinted).toHaveLength(all.length)
  expect(limits.unprinted.find(({ character }) => character === 'ک')).toEqual({
    character: 'ک',
    code: 'U+06A9',
    count: 1,
    where: 'As a table, R-004 Pricing, Column 2',
  })
  const lines = limitLines(limits).join('\n')
  for (const character of all) expect(lines).toContain(character)
  expect(lines).toContain('DOCX')
})

it.each([
  ['\uF0B7 one \uF0FC two \uF0A8 three', '• one ✓ two [ ] three'],
  ['☐ ☑ ✔ ● ▪ ■ ➢', '[ ] [x] ✓ • • • →'],
  ['ﬃ ﬀ ﬆ', 'ffi ff st'],
  ['a\u200Eb\u2060c\uFEFFd\u00ADe\u200Bf', 'abcdef'],
  ['①②', '(1)(2)'],
  ['one\vtwo\u2028three', 'one\ntwo\nthree'],
  ['e\u0301', 'é'],
])('%j is printed in PDF as %j, and nothing is said to be missing', (text, printed) => {
  const { model, limits } = printedDocument(modelOf([], text), 'pdf')
  expect(model.sections[0]?.blocks[0]).toMatchObject({ runs: [{ text: printed }] })
  expect(limits.unprinted).toEqual([])
})

it('a document that is refused names section, record, column and character', async () => {
  const written = await writeDocument(modelOf([row('R-004', 'pricing of policies', 'b', '')]), 'pdf')
  const wanted = modelOf([row('R-004', 'pricing of policies Ж', 'b', '')])
  await expect(verifyDocument(written, 'docx', wanted)).rejects.toThrow()
  const error = await verifyDocument(written, 'pdf', wanted).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ExportIncompleteError)
  expect(String(error)).toMatch(/As a table, R-004, Column 1: “pricing of policies Ж”, from Ж \(U\+0416\) on/)
})
