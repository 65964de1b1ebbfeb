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

/** The sample counts from the real day on which it is made. */
const readPlan = () => engagement.call('roadmap.plan', {})

it('the sample has run for five months: finished, under way and to come, with a baseline, and ends before its target', async () => {
  const { tasks, hasBaseline, endOn, certificationTarget, uncovered, phases } = await readPlan()
  expect(hasBaseline).toBe(true)
  expect(uncovered).toBe(0)
  expect((endOn ?? '') <= (certificationTarget ?? '')).toBe(true)
  expect(phases.every((phase) => phase.tasks > 0)).toBe(true)
  const made = new Date().toISOString().slice(0, 10)
  const open = tasks.filter(({ actualEndOn }) => actualEndOn === null)
  expect(open.filter((task) => task.endOn < made).map(({ title }) => title)).toHaveLength(2)
  expect(tasks.filter(({ actualEndOn }) => actualEndOn !== null).length).toBeGreaterThan(15)
  expect(open.filter(({ progress }) => progress > 0).length).toBeGreaterThan(3)
  expect(tasks.some((task) => task.endOn !== task.baselineEndOn)).toBe(true)
  // What counts as closed is what the assessment shows as met.
  expect((await engagement.call('roadmap.burnDown', {})).unverified).toBe(0)
})

const folded = (text: string) => text.replace(/\s+/g, '')
const readers = { docx: readDocx, pdf: readPdf, xlsx: readXlsx }

it.each(['docx', 'pdf', 'xlsx'] as const)('%s holds every phase and every task with its owner and dates', async (format) => {
  const path = engagement.at(`roadmap.${format}`)
  const { rows } = await engagement.job('documents.export', { report: 'roadmap', format, to: path })
  const found = await readers[format](readFileSync(path))
  const { tasks, phases } = await readPlan()
  expect(rows).toBe(tasks.length + phases.length)
  for (const { title, owner, startOn } of tasks)
    for (const words of [title, owner, startOn]) expect(folded(found.text)).toContain(folded(words))
})

it('without a plan the document says so', async () => {
  const empty = await EngagementInFolder.create()
  const path = empty.at('roadmap.pdf')
  await empty.job('documents.export', { report: 'roadmap', format: 'pdf', to: path })
  expect((await readPdf(readFileSync(path))).text).toContain('No plan has been made yet')
  await empty.remove()
})
