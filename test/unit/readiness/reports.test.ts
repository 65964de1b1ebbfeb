import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
})
afterAll(() => engagement.remove())

const folded = (text: string) => text.replace(/\s+/g, '')
const readers = { docx: readDocx, pdf: readPdf, xlsx: readXlsx }
const formats = ['docx', 'pdf', 'xlsx'] as const

async function written(report: 'readiness' | 'ai-act' | 'nist' | 'iso-27001', format: keyof typeof readers) {
  const path = engagement.at(`${report}.${format}`)
  await engagement.job('documents.export', { report, format, to: path, overwrite: true })
  return folded((await readers[format](readFileSync(path))).text)
}

it.each(formats)('readiness as %s holds every check with what was found, what to do, and that it is no promise', async (format) => {
  const found = await written('readiness', format)
  const { checks, stages } = await engagement.call('readiness.checks', {})
  for (const { title, reason, todo } of checks) for (const piece of [title, reason, todo]) expect(found).toContain(folded(piece))
  for (const { percent } of stages) expect(found).toContain(`${percent}%`)
  expect(found).toContain(folded('no promise of certification'))
})

it.each(formats)(
  'the EU AI Act as %s holds every article that applies, its state and note, and the numbers of older guides',
  async (format) => {
    const found = await written('ai-act', format)
    const rows = await engagement.call('crosswalk.rows', { framework: 'ai-act' })
    expect(rows.length).toBeGreaterThan(20)
    for (const { id, title, asks, note } of rows) for (const piece of [id, title, asks, note]) expect(found).toContain(folded(piece))
    expect(found).toContain(folded('Duties of deployers (then'))
  },
)

it.each(formats)('NIST and ISO/IEC 27001 as %s hold every row', async (format) => {
  for (const framework of ['nist', 'iso-27001'] as const) {
    const found = await written(framework, format)
    for (const { id, title, asks } of await engagement.call('crosswalk.rows', { framework }))
      for (const piece of [id, title, asks]) expect(found, id).toContain(folded(piece))
  }
})
