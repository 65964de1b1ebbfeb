import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../../src-main/contract/documents.ts'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { statementKinds } from '../../../src-main/contract/statements.ts'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
})
afterAll(() => engagement.remove())

/** Without the signs of a list, the space between words and the stars of strong words. */
const folded = (text: string) => text.replace(/^\s*(?:[-•]|\d+\.)\s/gm, '').replace(/[\s*•]+/g, '')
const readers = { docx: readDocx, pdf: readPdf, xlsx: readXlsx }
const formats = ['docx', 'pdf', 'xlsx'] as const

async function written(report: Report, format: keyof typeof readers, options: InputOf<'documents.export'>['options'] = {}) {
  const path = engagement.at(`${report}.${format}`)
  await engagement.job('documents.export', { report, format, to: path, overwrite: true, options })
  return folded((await readers[format](readFileSync(path))).text)
}

describe.each(formats)('as %s', (format) => {
  it.each(statementKinds)('%s holds every section, its owner and its approvals', async (kind) => {
    const found = await written(kind, format)
    const { written: sections, owner } = await engagement.call('statements.get', { kind })
    for (const { title, body } of sections) {
      expect(found, title).toContain(folded(title))
      for (const line of body.split('\n')) expect(found, line).toContain(folded(line))
    }
    expect(found).toContain(folded(owner))
    for (const { approver, note } of await engagement.call('statements.versions', { kind }))
      expect(found).toContain(folded(approver + note))
  })

  it('the RACI matrix holds every activity, role and point that is open', async () => {
    const found = await written('raci', format)
    const { activities, roles } = await engagement.call('raci.matrix', {})
    for (const { title } of [...activities, ...roles]) expect(found, title).toContain(folded(title))
    expect(found).toContain(folded('Handle incidents and notify authorities: Nobody is accountable.'))
  })

  it('the training report holds every person, course and day', async () => {
    const found = await written('training', format)
    const { people, courses, attendances } = await engagement.call('training.matrix', {})
    for (const { title } of [...people, ...courses]) expect(found, title).toContain(folded(title))
    for (const { state, attendedOn, nextOn } of attendances) expect(found).toContain((state === 'attended' ? attendedOn : nextOn) ?? '')
    expect(found).toContain(folded('It guarantees no set level.'))
  })
})

it('the scope names every system that is in scope', async () => {
  const found = await written('scope', 'docx')
  const { systems } = await engagement.call('statements.get', { kind: 'scope' })
  expect(systems).toHaveLength(8)
  for (const { reference, name } of systems) expect(found).toContain(folded(reference + name))
})

it('a version is printed as it was approved, and not as it stands now', async () => {
  const { written: sections } = await engagement.call('statements.get', { kind: 'scope' })
  const added = folded('added after the survey on unknown tools')
  expect(folded(sections.map(({ body }) => body).join())).toContain(added)
  expect(await written('scope', 'docx')).toContain(added)
  const approved = await written('scope', 'docx', { statementVersion: 1 })
  expect(approved).not.toContain(added)
  expect(approved).toContain('Approved')
})

it('a statement of which nothing is written says so', async () => {
  const empty = await EngagementInFolder.create()
  const path = empty.at('policy.pdf')
  await empty.job('documents.export', { report: 'policy', format: 'pdf', to: path })
  expect(folded((await readPdf(readFileSync(path))).text)).toContain(folded('Nothing is written yet'))
  await empty.remove()
})
