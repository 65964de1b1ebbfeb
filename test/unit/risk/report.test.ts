import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RiskField } from '../../../src-main/contract/risk.ts'
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

async function written(format: keyof typeof readers) {
  const path = engagement.at(`risks.${format}`)
  await engagement.job('documents.export', { report: 'risks', format, to: path, overwrite: true })
  return folded((await readers[format](readFileSync(path))).text)
}

it.each(['docx', 'pdf', 'xlsx'] as const)('%s holds every risk with its words, controls and acceptance', async (format) => {
  const found = await written(format)
  const rows = await engagement.call('risk.list', {})
  expect(rows.length).toBeGreaterThanOrEqual(14)
  const risks = await Promise.all(rows.map(({ id }) => engagement.call('risk.get', { id })))
  for (const risk of risks) {
    const words = [risk.reference, risk.title, risk.cause, risk.event, risk.consequence, risk.owner]
    const treated =
      risk.state === 'open' ? [risk.treatmentPlan, risk.treatmentOwner, ...risk.controls.map(({ code, title }) => `${code} ${title}`)] : []
    const accepted = risk.acceptedOn === null ? [] : [risk.acceptedBy, risk.acceptanceReason]
    for (const piece of [...words, ...treated, ...accepted, ...risk.systems.map(({ name }) => name)])
      expect(found, `${risk.reference}: ${piece}`).toContain(folded(piece))
  }
  const { likelihood, consequence, note } = await engagement.call('risk.criteria', {})
  for (const { word, meaning } of [...likelihood, ...consequence]) expect(found).toContain(folded(word + meaning))
  expect(found).toContain(folded(note))
})

/** How each field reads in the report; null where it is left out on purpose. A new field is a type error until it is decided. */
const printed: Record<RiskField, string | null> = {
  reference: 'KI-7',
  title: 'A title of its own',
  sources: 'C.3.4',
  objectives: 'C.2.11',
  cause: 'What causes it',
  event: 'What happens',
  consequence: 'What follows',
  owner: 'Head of Claims',
  inherentLikelihood: 'High 5×4',
  inherentConsequence: 'High 5×4',
  currentLikelihood: 'Medium 3×3',
  currentConsequence: 'Medium 3×3',
  targetLikelihood: 'Low 2×1',
  targetConsequence: 'Low 2×1',
  treatment: 'Modify',
  treatmentPlan: 'What is planned',
  treatmentOwner: 'Head of Data',
  treatmentDue: '2031-02-03',
  treatmentStatus: 'Under way',
  acceptedBy: 'Chief Risk Officer',
  acceptedOn: '2026-01-05',
  acceptanceReason: 'Worth the risk',
  reviewDate: '2031-04-05',
  state: null,
  notes: null,
}

it('every field of a risk that the report is to print is in it', async () => {
  const own = await EngagementInFolder.create()
  const { id } = await own.call('risk.add', {})
  await own.call('risk.update', {
    id,
    fields: {
      reference: 'KI-7',
      title: 'A title of its own',
      sources: ['C.3.4'],
      objectives: ['C.2.11'],
      cause: 'What causes it',
      event: 'What happens',
      consequence: 'What follows',
      owner: 'Head of Claims',
      inherentLikelihood: 5,
      inherentConsequence: 4,
      currentLikelihood: 3,
      currentConsequence: 3,
      targetLikelihood: 2,
      targetConsequence: 1,
      treatment: 'modify',
      treatmentPlan: 'What is planned',
      treatmentOwner: 'Head of Data',
      treatmentDue: '2031-02-03',
      treatmentStatus: 'under-way',
      acceptedBy: 'Chief Risk Officer',
      acceptedOn: '2026-01-05',
      acceptanceReason: 'Worth the risk',
      reviewDate: '2031-04-05',
      notes: 'Between us',
    },
  })
  const path = own.at('risks.xlsx')
  await own.job('documents.export', { report: 'risks', format: 'xlsx', to: path })
  const found = (await readXlsx(readFileSync(path))).text
  for (const words of Object.values(printed)) if (words !== null) expect(found).toContain(words)
  expect(found).not.toContain('Between us')
  await own.remove()
})

it('an empty register says so in every format', async () => {
  const empty = await EngagementInFolder.create()
  for (const format of ['docx', 'pdf', 'xlsx'] as const) {
    const path = empty.at(`risks.${format}`)
    await empty.job('documents.export', { report: 'risks', format, to: path, overwrite: true })
    expect(folded((await readers[format](readFileSync(path))).text)).toContain(folded('No risk has been identified yet.'))
  }
  await empty.remove()
})

it('the heat maps count every open risk that is rated, before, now and at the target', async () => {
  const path = engagement.at('counted.xlsx')
  await engagement.job('documents.export', { report: 'risks', format: 'xlsx', to: path, overwrite: true })
  const rows = (await readXlsx(readFileSync(path))).rows ?? []
  const counted = rows.flat().flatMap((cell) => (/^(Low|Medium|High): \d+$/.test(cell) ? [Number(cell.split(': ')[1])] : []))
  const open = (await engagement.call('risk.list', {})).filter(({ state }) => state === 'open')
  const rated = open.flatMap(({ inherent, current, target }) => [inherent, current, target]).filter(({ level }) => level !== 'open')
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rated.length)
})
