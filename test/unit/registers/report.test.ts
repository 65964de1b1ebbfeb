import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

const readers = { xlsx: readXlsx, docx: readDocx, pdf: readPdf }
const folded = (words: string) => words.replaceAll(/\s+/g, '')

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
})
afterAll(() => engagement.remove())

type PlainRegister = 'issues' | 'parties' | 'objectives' | 'information' | 'operations'

async function written(report: PlainRegister, format: keyof typeof readers) {
  const path = engagement.at(`${report}.${format}`)
  await engagement.job('documents.export', { report, format, to: path, overwrite: true })
  return folded((await readers[format](readFileSync(path))).text)
}

it.each([
  ['issues', 'docx', 'effect'],
  ['parties', 'pdf', 'needs'],
  ['operations', 'xlsx', 'criteria'],
] as const)('%s as %s holds every entry with its texts and what it is linked with', async (register, format, field) => {
  const found = await written(register, format)
  const rows = await engagement.call('registers.list', { register })
  expect(rows.length).toBeGreaterThanOrEqual(6)
  for (const { id, fields } of rows) {
    const { linked } = await engagement.call('registers.get', { register, id })
    const pieces = [fields.reference, fields.title, fields[field], ...linked.map(({ code, title }) => `${code} ${title}`)]
    for (const piece of pieces) expect(found).toContain(folded(String(piece)))
  }
})

it('says a choice by its word and a topic of Annex C by its title', async () => {
  const found = await written('objectives', 'docx')
  expect(found).toContain(folded('At risk'))
  expect(found).not.toContain('at-risk')
  expect(found).toContain(folded('C.2.5 Fairness'))
})

it('names the documents that the standard requires and the register does not list, until they are brought in', async () => {
  const [missing] = await engagement.call('registers.mandatoryMissing', {})
  const line = folded(`${missing?.requirement} ${missing?.title}`)
  const warning = folded('1 document that the standard requires is not listed yet')
  const before = await written('information', 'docx')
  expect([before.includes(line), before.includes(warning)]).toEqual([true, true])
  await engagement.call('registers.addMandatory', {})
  expect(await written('information', 'docx')).not.toContain(warning)
})
