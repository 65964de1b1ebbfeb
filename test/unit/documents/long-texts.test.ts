import { describe, expect, it } from 'vitest'
import { ExportIncompleteError, verifyDocument } from '../../../src-main/documents/verify/index.ts'
import { writeDocx } from '../../../src-main/documents/write/docx.ts'
import { writePdf } from '../../../src-main/documents/write/pdf.ts'
import { writeXlsx } from '../../../src-main/documents/write/xlsx.ts'
import type { Block, DocumentModel } from '../../../src-main/report/model.ts'
import { modelOf, row } from './model-of.ts'

/** Texts longer than a page, in every format: none may be lost, and one that is lost has to be noticed. */

const sentences = (name: string, length: number) => {
  let text = ''
  for (let number = 1; text.length < length; number += 1) text += `Sentence ${number} of ${name} says what was agreed. `
  return text.slice(0, length).trim()
}
const writers = { pdf: writePdf, xlsx: writeXlsx } as const

describe.each([300, 700, 900, 1190, 1500, 5000, 30_000])('a row with texts of %i characters', (length) => {
  const model = modelOf(
    [row('1', sentences('one', length), sentences('two', length), 'short'), row('2', 'a', 'b', sentences('three', length))],
    sentences('four', length),
  )
  it.each(['pdf', 'xlsx'] as const)('is whole in %s', async (format) => {
    expect(await verifyDocument(await writers[format](model), format, model)).toEqual({ rows: 2 })
  })

  it('is whole in docx', async () => {
    expect(await verifyDocument(await writeDocx(model), 'docx', model)).toEqual({ rows: 2 })
  })
})

/** A document whose first section holds one block that is not a table. */
const withBlock = (block: Block): DocumentModel => {
  const model = modelOf([row('1', 'a', 'b', 'c')])
  return { ...model, sections: [{ id: 'text', title: 'In words', blocks: [block] }, ...model.sections.slice(1)] }
}
const manyLines = Array.from({ length: 120 }, (_, index) => `Line ${index + 1} is short.`).join('\n')

describe.each([
  ['900 characters', sentences('one', 900)],
  ['5,000 characters', sentences('one', 5000)],
  ['30,000 characters', sentences('one', 30_000)],
  ['120 short lines', manyLines],
])('minutes or a conclusion of %s', (_name, text) => {
  it.each<[string, Block]>([
    ['callout', { kind: 'callout', tone: 'info', title: 'Conclusion', runs: [{ text }] }],
    ['paragraph', { kind: 'paragraph', runs: [{ text }] }],
    ['list', { kind: 'list', items: [[{ text }], [{ text: 'A second item.' }]] }],
    [
      'details',
      {
        kind: 'details',
        id: 'details',
        title: 'A record',
        items: [
          { label: 'Text', text },
          { label: 'Also', text },
        ],
      },
    ],
  ])('are whole as a %s', async (_kind, block) => {
    const model = withBlock(block)
    const bytes = await writePdf(model)
    expect(await verifyDocument(bytes, 'pdf', model)).toEqual({ rows: 1 })
    expect(await verifyDocument(await writeDocx(model), 'docx', model)).toEqual({ rows: 1 })
    expect(await verifyDocument(await writeXlsx(model), 'xlsx', model)).toEqual({ rows: 1 })
  })
})

it.each([
  ['a word in the middle', (text: string) => text.replace('Sentence 20 of one', 'Sentence 20 of none')],
  ['the end', (text: string) => `${text} And this.`],
  ['a sentence more', (text: string) => text.replace('Sentence 9', 'Sentence 8b of one was left out. Sentence 9')],
])('a long text that lacks %s is noticed', async (_name, changed) => {
  const text = sentences('one', 3000)
  const written = await writePdf(modelOf([row('1', text, '', '')]))
  await expect(verifyDocument(written, 'pdf', modelOf([row('1', changed(text), '', '')]))).rejects.toThrow(ExportIncompleteError)
})

it.each([
  '株式会社',
  'Done 👍🏽, 👩‍💻 agreed',
  'Müller & Söhne <AG> → ✓ ≤ Ω Ж',
  'e\u0301 and a\u0308 typed apart',
  'tab\there\r\nand \u0007 bell',
])('%j is in every format, whatever the font has', async (text) => {
  const model = { ...modelOf([row('1', text, text, text)], text), client: text }
  const bytes = await writePdf(model)
  expect(await verifyDocument(bytes, 'pdf', model)).toEqual({ rows: 1 })
  expect(await verifyDocument(await writeDocx(model), 'docx', model)).toEqual({ rows: 1 })
  expect(await verifyDocument(await writeXlsx(model), 'xlsx', model)).toEqual({ rows: 1 })
})
