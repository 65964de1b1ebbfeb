import { expect, test } from 'vitest'
import { verifyDocument } from '../../../src-main/documents/verify/index.ts'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { writeDocx } from '../../../src-main/documents/write/docx.ts'
import { modelOf, row } from './model-of.ts'

/** Tables so long that they are written in pieces. */

const rowsOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => row(`${name}-${index}`, `Words <of> & ${index}`, '', 'end'))
const short = modelOf(rowsOf('B', 3))
const both = (first: number, second: number) => {
  const [one, other] = [modelOf(rowsOf('A', first)), modelOf(rowsOf('C', second))]
  return {
    ...one,
    sections: [...one.sections, ...short.sections, ...other.sections].map((section, index) => ({ ...section, id: `s${index}` })),
  }
}

test.each([
  [199, 200],
  [201, 450],
  [1000, 1],
])('a document with tables of %i and %i rows has each row, in its order', async (first, second) => {
  const model = both(first, second)
  const written = await writeDocx(model)
  expect(await verifyDocument(written, 'docx', model)).toEqual({ rows: first + 3 + second })
  const { rows, text } = readDocx(written)
  const wanted = [...rowsOf('A', first), ...rowsOf('B', 3), ...rowsOf('C', second)].map(({ id }) => id)
  expect((rows ?? []).map(([id = '']) => id.trim()).filter((id) => /^[ABC]-/.test(id))).toEqual(wanted)
  expect(text).not.toMatch(/[\u2983\u2984]/)
})

test('a row that a long table lacks is noticed', async () => {
  const written = await writeDocx(modelOf(rowsOf('A', 600)))
  await expect(verifyDocument(written, 'docx', modelOf(rowsOf('A', 601)))).rejects.toThrow('A-600')
})
