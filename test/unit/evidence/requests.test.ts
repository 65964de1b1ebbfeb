import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
let sample: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
  sample = await EngagementInFolder.create({ sample: true })
})
afterAll(async () => {
  await engagement.remove()
  await sample.remove()
})

const folded = (text: string) => text.replace(/\s+/g, '')
const readers = { docx: readDocx, pdf: readPdf, xlsx: readXlsx }

it('everything is proposed at first, and what is asked for or backed is proposed no more', async () => {
  const all = await engagement.call('evidence.proposals', {})
  expect(all).toHaveLength(114 + 38)
  expect(all.every(({ hints, ask }) => hints.length > 0 && ask.length > 0)).toBe(true)
  const items = all.slice(0, 3).map(({ kind, id }) => ({ kind, id }))
  const { ids } = await engagement.call('evidence.addRequests', { items, dueDate: '2090-06-01' })
  const rows = await engagement.call('evidence.list', {})
  expect(rows.map(({ fields }) => fields.state)).toEqual(['to-request', 'to-request', 'to-request'])
  expect(rows.every(({ fields, isOverdue, uses }) => fields.requestedFrom !== '' && isOverdue && uses === 1)).toBe(true)
  const left = await engagement.call('evidence.proposals', {})
  expect(left).toHaveLength(all.length - 3)
  const covered = async () => (await engagement.call('evidence.coverage', {})).find(({ id }) => id === items[0]?.id)
  expect(await covered()).toMatchObject({ asked: 1, accepted: 0, received: 0, expired: 0 })
  const give = (fields: object) => engagement.call('registers.update', { register: 'evidence', id: ids[0] ?? '', fields: { ...fields } })
  await give({ state: 'accepted', validUntil: '2090-06-15' })
  expect(await covered()).toMatchObject({ asked: 0, accepted: 1 })
  await give({ validUntil: '2090-06-14' })
  expect(await covered()).toMatchObject({ accepted: 0, expired: 1 })
  expect((await engagement.call('evidence.proposals', {})).some(({ id }) => id === items[0]?.id)).toBe(true)
  await give({ state: 'rejected' })
  expect(await covered()).toMatchObject({ accepted: 0, received: 0, expired: 0, asked: 0 })
})

it('an excluded control is neither proposed nor covered', async () => {
  const excluded = (await sample.call('soa.decisions', {}))
    .filter(({ applicability }) => applicability === 'excluded')
    .map(({ code }) => code)
  expect(excluded.length).toBeGreaterThan(0)
  const ids = [...(await sample.call('evidence.coverage', {})), ...(await sample.call('evidence.proposals', {}))].map(({ id }) => id)
  for (const code of excluded) expect(ids).not.toContain(code)
})

it('validity is told by the day', async () => {
  const rows = await sample.call('evidence.list', {})
  expect(rows.length).toBeGreaterThanOrEqual(12)
  expect(rows.filter(({ file }) => file !== null).length).toBeGreaterThanOrEqual(4)
  // The tests' clock stands decades later than the sample's days.
  expect(rows.filter(({ fields }) => fields.validUntil !== null).every(({ validity }) => validity === 'expired')).toBe(true)
  expect((await sample.job('engagement.check', {})).problems).toEqual([])
})

it.each(['docx', 'pdf', 'xlsx'] as const)('%s asks for every open request, by whom to ask', async (format) => {
  const path = sample.at(`requests.${format}`)
  await sample.job('documents.export', { report: 'evidence-request', format, to: path, overwrite: true })
  const found = folded((await readers[format](readFileSync(path))).text)
  const rows = await sample.call('evidence.list', {})
  const open = rows.filter(({ fields }) => fields.state === 'to-request' || fields.state === 'requested')
  expect(open.length).toBeGreaterThanOrEqual(5)
  for (const { fields } of open)
    for (const piece of [fields.reference, fields.title, fields.description, fields.requestedFrom]) expect(found).toContain(folded(piece))
  for (const { fields } of rows.filter((row) => !open.includes(row))) expect(found).not.toContain(folded(fields.title))
})

it('an empty list says so in every format', async () => {
  const empty = await EngagementInFolder.create()
  for (const format of ['docx', 'pdf', 'xlsx'] as const) {
    const path = empty.at(`requests.${format}`)
    await empty.job('documents.export', { report: 'evidence-request', format, to: path, overwrite: true })
    expect(folded((await readers[format](readFileSync(path))).text)).toContain(folded('Nothing is asked for: every entry was received'))
  }
  await empty.remove()
})
