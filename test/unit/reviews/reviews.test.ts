import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EntryValue } from '../../../src-main/contract/registers/index.ts'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const addReview = async (fields: Record<string, EntryValue> = {}) =>
  (await engagement.call('registers.add', { register: 'reviews', fields })).id
const input = async (id: string, name: string) => {
  const found = (await engagement.call('reviews.get', { id })).inputs.find((each) => each.input === name)
  if (!found) throw new Error(name)
  return found
}
const addIncident = (title: string) => engagement.call('registers.add', { register: 'incidents', fields: { title } })

it('gathers every input that clause 9.3.2 asks for, in words and figures with what it names', async () => {
  const id = await addReview()
  const { inputs } = await engagement.call('reviews.get', { id })
  expect(inputs.map((each) => each.input)).toHaveLength(11)
  expect(inputs.every(({ gathered, isFrozen }) => gathered.sentence !== '' && !isFrozen)).toBe(true)
  const incident = await addIncident('Wrong answer on cover')
  expect((await input(id, 'incidents')).gathered).toMatchObject({
    figures: expect.arrayContaining([{ label: 'Open', value: 1, isBad: true }]),
    points: [{ text: 'IN-001 Wrong answer on cover', kind: 'incidents', id: incident.id }],
  })
  await engagement.call('registers.add', { register: 'actions', fields: { title: 'Late', dueDate: dayFromToday(-2), owner: 'Head of HR' } })
  expect((await input(id, 'actions')).gathered.points[0]?.text).toContain('Head of HR')
})

it('keeps what its inputs said on the day when it is held, whatever comes after', async () => {
  const id = await addReview()
  await addIncident('First')
  await engagement.call('reviews.note', { id, input: 'incidents', note: 'To be watched.' })
  const held = await engagement.call('reviews.hold', { id, heldOn: dayFromToday(-1) })
  expect(held).toMatchObject({ state: 'held', heldOn: dayFromToday(-1) })
  await addIncident('Second')
  await engagement.call('reviews.note', { id, input: 'incidents', note: 'Watched.' })
  expect(await input(id, 'incidents')).toMatchObject({ isFrozen: true, note: 'Watched.', gathered: { points: [{ text: 'IN-001 First' }] } })
  expect((await engagement.refusal('reviews.hold', { id })).code).toBe('conflict')
  const { noteId } = await input(id, 'incidents')
  const history = await engagement.call('engagement.history', { record: noteId ?? '', field: 'note' })
  expect(history).toMatchObject([{ old: 'To be watched.', new: 'Watched.' }])
})

it('counts as changed what changed since the review before', async () => {
  await engagement.call('registers.add', { register: 'issues', fields: { title: 'Law' } })
  await addReview({ state: 'held', heldOn: dayFromToday(-400) })
  const id = await addReview({ plannedOn: today })
  expect(await engagement.call('reviews.get', { id })).toMatchObject({ since: dayFromToday(-400) })
})

it('one that is only said to be held is told what is missing', async () => {
  const id = await addReview({ state: 'held', heldOn: today })
  expect((await engagement.call('reviews.get', { id })).issues).toEqual([
    'not-kept',
    'no-chair',
    'no-attendees',
    'no-minutes',
    'no-decisions',
    'not-approved',
  ])
})

it('makes one action of a decision, which stays when the decision goes', async () => {
  const id = await addReview()
  const { decisions } = await engagement.call('reviews.addDecision', { id, fields: { kind: 'resources' } })
  const decisionId = decisions[0]?.id ?? ''
  expect((await engagement.refusal('reviews.toAction', { decisionId })).code).toBe('conflict')
  await engagement.call('reviews.updateDecision', { decisionId, fields: { decision: 'Fill half a position.\nFor two years.' } })
  const { action } = await engagement.call('reviews.toAction', { decisionId })
  expect(action).toMatchObject({ reference: 'AC-001', title: 'Fill half a position.', state: 'open' })
  expect((await engagement.call('reviews.toAction', { decisionId })).action).toEqual(action)
  expect(await engagement.call('actions.list', {})).toMatchObject([{ title: 'Fill half a position.', origin: 'Decided in MR-001' }])
  await engagement.call('reviews.removeDecision', { decisionId })
  expect(await engagement.call('actions.list', {})).toHaveLength(1)
  await engagement.undo()
  await engagement.call('registers.remove', { register: 'actions', ids: [action?.id ?? ''] })
  expect((await engagement.call('reviews.get', { id })).decisions).toMatchObject([{ action: null }])
})

it('says which was held last and which is next', async () => {
  const last = await addReview({ state: 'approved', heldOn: dayFromToday(-9) })
  const next = await addReview({ plannedOn: dayFromToday(9) })
  expect(await engagement.call('reviews.summary', {})).toMatchObject({ last: { id: last }, next: { id: next } })
})

it.each(['docx', 'pdf', 'xlsx'] as const)(
  'the %s of a review holds its inputs as they were kept, minutes and decisions',
  async (format) => {
    const sample = await EngagementInFolder.create({ sample: true })
    const folded = (words: string) => words.replace(/\s+/g, '')
    const path = sample.at(`review.${format}`)
    await sample.job('documents.export', { report: 'review', format, to: path, overwrite: true })
    const found = folded((await { docx: readDocx, pdf: readPdf, xlsx: readXlsx }[format](readFileSync(path))).text)
    const row = (await sample.call('registers.list', { register: 'reviews' })).find(({ fields }) => fields.reference === 'MR-001')
    const review = await sample.call('reviews.get', { id: row?.id ?? '' })
    expect(review.issues).toEqual([])
    const pieces = [
      ...review.inputs.flatMap(({ gathered, note }) => [gathered.sentence, note, ...gathered.points.map(({ text }) => text)]),
      ...review.decisions.map(({ decision }) => decision),
      ...String(row?.fields.minutes).split('\n'),
    ]
    for (const piece of pieces) expect(found).toContain(folded(piece))
    await sample.remove()
  },
)
