import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDutyGuide } from '../../../src-main/catalog/check-incident-duties.ts'
import { loadDutyGuide } from '../../../src-main/catalog/incident-duties.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { EngagementInFolder, moment } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
const systems: Record<string, string> = {}
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
  for (const { reference, id } of await engagement.systems()) systems[reference] = id
})
afterAll(() => engagement.remove())

const hoursBefore = (hours: number) => new Date(Date.parse(moment) - hours * 3_600_000).toISOString()

/** A new incident, one hour old, on these systems. */
async function incident(fields: Record<string, string>, on: string[] = []) {
  const links = on.map((reference) => ({ kind: 'system' as const, id: systems[reference] ?? '' }))
  const { id } = await engagement.call('registers.add', {
    register: 'incidents',
    fields: { title: 'Test', awareAt: hoursBefore(1), ...fields },
    links,
  })
  return id
}

const dutiesOf = async (id: string) => (await engagement.call('incidents.duties', { id })).map((duty) => duty.id)
const duty = async (id: string, name: string) => {
  const found = (await engagement.call('incidents.duties', { id })).find((each) => each.id === name)
  if (!found) throw new Error(`no duty ${name}`)
  return found
}

describe('duties of notification', () => {
  it('are whole, and every serious incident has exactly one term for the report', () => {
    expect(checkDutyGuide(loadDutyGuide(), loadCatalog())).toEqual([])
  })

  it('the check finds a case without a term and a control that does not exist', () => {
    const guide = loadDutyGuide()
    const without = { ...guide, duties: guide.duties.filter(({ id }) => id !== 'serious-ten-days') }
    expect(checkDutyGuide(without, loadCatalog())).toEqual(['death: 0 terms for the report'])
    const [first, ...others] = guide.duties
    const broken = { ...guide, duties: [{ ...first, controls: ['A.99.1'] }, ...others] }
    expect(checkDutyGuide(broken as typeof guide, loadCatalog())).toEqual([`duty ${first?.id}: there is no control A.99.1`])
  })

  it.each([
    ['health', 'no', 'serious-fifteen-days', 15 * 24],
    ['fundamental-rights', 'no', 'serious-fifteen-days', 15 * 24],
    ['death', 'no', 'serious-ten-days', 10 * 24],
    ['death', 'yes', 'serious-two-days', 48],
    ['critical-infrastructure', 'no', 'serious-two-days', 48],
    ['health', 'yes', 'serious-two-days', 48],
  ])('of a provider: %s, widespread %s: %s', async (serious, widespread, expected, hours) => {
    const id = await incident({ serious, widespread }, ['AI-03'])
    const reports = (await engagement.call('incidents.duties', { id })).filter((each) => each.id.startsWith('serious-'))
    expect(reports.map((each) => each.id)).toEqual([expected])
    expect(reports[0]?.dueAt).toBe(new Date(Date.parse(hoursBefore(1)) + hours * 3_600_000).toISOString())
    expect(reports[0]).toMatchObject({ clock: 'running', force: 'binding' })
  })

  it('of a deployer: the provider first, the authority then, no report of its own', async () => {
    const found = await dutiesOf(await incident({ serious: 'fundamental-rights' }, ['AI-05']))
    expect(found).toEqual(expect.arrayContaining(['tell-provider', 'tell-authority', 'tell-users']))
    expect(found.filter((each) => each.startsWith('serious-'))).toEqual([])
  })

  it('none of the AI Act without a high-risk system; personal data has 72 hours all the same', async () => {
    const id = await incident({ serious: 'health', personalData: 'yes', awareAt: hoursBefore(80) }, ['AI-07'])
    expect((await dutiesOf(id)).sort()).toEqual(['data-breach', 'tell-users'])
    expect(await duty(id, 'data-breach')).toMatchObject({ clock: 'overdue', force: 'binding', dueAt: hoursBefore(8) })
  })

  it('before the day of the high-risk duties they are done as practice, and the day is said', async () => {
    const id = await incident({ serious: 'health', awareAt: '2026-11-20T08:00:00.000Z' }, ['AI-03'])
    const found = await duty(id, 'serious-fifteen-days')
    expect(found.force).toBe('practice')
    expect(found.because).toContain('not yet legally due')
    expect(found.because).toContain('2027-12-02')
    expect(found.dueAt).toBe('2026-12-05T08:00:00.000Z')
  })

  it('while nobody has judged the clock may run; judged as not serious it does not; a near miss has none', async () => {
    const id = await incident({}, ['AI-03'])
    expect(await duty(id, 'serious-fifteen-days')).toMatchObject({ force: 'depends', clock: 'running' })
    await engagement.call('registers.update', { register: 'incidents', id, fields: { serious: 'no' } })
    expect(await dutiesOf(id)).toEqual(['tell-users'])
    expect(await dutiesOf(await incident({ kind: 'near-miss' }, ['AI-03']))).toEqual([])
  })

  it('what was noted stops the clock, stays when the duty does not follow any more, and is undone in one step', async () => {
    const id = await incident({ serious: 'health' }, ['AI-03'])
    const fields = { sentAt: moment, recipient: 'Market surveillance authority' }
    await engagement.call('incidents.decide', { id, duty: 'serious-fifteen-days', fields })
    expect(await duty(id, 'serious-fifteen-days')).toMatchObject({ clock: 'done', fields: { ...fields, needed: 'yes' } })
    await engagement.call('incidents.decide', { id, duty: 'tell-users', fields: { needed: 'no', reason: 'No user saw it.' } })
    expect(await duty(id, 'tell-users')).toMatchObject({ clock: 'not-needed' })
    await engagement.undo()
    expect(await duty(id, 'tell-users')).toMatchObject({ clock: 'no-clock', fields: { needed: 'open', reason: '' } })
    await engagement.call('registers.update', { register: 'incidents', id, fields: { serious: 'no' } })
    expect(await duty(id, 'serious-fifteen-days')).toMatchObject({ clock: 'done', dueAt: null })
    expect((await engagement.refusal('incidents.decide', { id, duty: 'no-such-duty', fields: {} })).code).toBe('not-found')
  })
})

describe('an incident', () => {
  it('has a timeline in the order of the moments, whose steps are changed, removed and undone', async () => {
    const id = await incident({})
    const add = (at: string, what: string) => engagement.call('incidents.addEvent', { id, fields: { at, what, who: 'Head of Claims' } })
    await add('2090-06-15T09:30:00.000Z', 'Stopped')
    const { events } = await add('2090-06-15T08:00:00.000Z', 'Seen')
    expect(events.map(({ what }) => what)).toEqual(['Seen', 'Stopped'])
    const [first] = events
    const eventId = first?.id ?? ''
    await engagement.call('incidents.updateEvent', { eventId, fields: { at: '2090-06-15T09:45:00.000Z' } })
    expect((await engagement.call('incidents.get', { id })).events.map(({ what }) => what)).toEqual(['Stopped', 'Seen'])
    await engagement.call('incidents.removeEvent', { eventId })
    expect((await engagement.call('incidents.get', { id })).events).toHaveLength(1)
    await engagement.undo()
    expect((await engagement.call('incidents.get', { id })).events).toHaveLength(2)
    expect((await engagement.refusal('incidents.addEvent', { id, fields: { at: 'yesterday' } })).code).toBe('invalid-input')
  })

  it('starts a nonconformity and an action that are linked with it and its systems', async () => {
    const id = await incident({ title: 'Wrong order', description: 'What was seen', owner: 'Head of Claims' }, ['AI-01'])
    const made = await engagement.call('incidents.follow', { id, register: 'nonconformities' })
    const entry = await engagement.call('registers.get', { register: 'nonconformities', id: made.id })
    expect(entry.fields).toMatchObject({ title: 'Wrong order', source: 'incident', description: 'What was seen', raisedOn: '2090-06-15' })
    expect(entry.linked.map(({ kind }) => kind).sort()).toEqual(['incidents', 'system'])
    const action = await engagement.call('incidents.follow', { id, register: 'actions' })
    const linked = await engagement.call('registers.linked', { kind: 'incidents', id })
    expect(linked.map(({ code }) => code)).toEqual(expect.arrayContaining([made.reference, action.reference]))
  })

  it('is told to the dashboard: open, not judged, and the clock that runs out first', async () => {
    const id = await incident({ serious: 'no', personalData: 'yes', awareAt: hoursBefore(900), title: 'The oldest clock' }, [])
    const summary = await engagement.call('incidents.summary', {})
    const clocks = await engagement.call('incidents.clocks', {})
    expect(summary.next).toEqual(clocks[0])
    expect(clocks.map(({ incidentId }) => incidentId)).toContain(id)
    expect(clocks.map(({ dueAt }) => dueAt)).toEqual(clocks.map(({ dueAt }) => dueAt).toSorted())
    expect(summary.overdueClocks).toBe(clocks.filter(({ isOverdue }) => isOverdue).length)
    await engagement.call('registers.update', { register: 'incidents', id, fields: { state: 'closed' } })
    expect((await engagement.call('incidents.summary', {})).open).toBe(summary.open - 1)
  })
})

it.each([
  ['docx', readDocx],
  ['pdf', readPdf],
  ['xlsx', readXlsx],
] as const)('the report as %s holds facts, timeline, duties, cause and lessons', async (format, read) => {
  const id = await incident({ title: 'Reported', serious: 'death', cause: 'Sensor drift', lessons: 'Watch the sensor' }, ['AI-03'])
  await engagement.call('incidents.addEvent', { id, fields: { what: 'Stopped the release', who: 'Chief Actuary' } })
  await engagement.call('incidents.decide', {
    id,
    duty: 'serious-ten-days',
    fields: { reason: 'A link is likely', recipient: 'Authority' },
  })
  const to = engagement.at(`incident.${format}`)
  await engagement.job('documents.export', { report: 'incident', format, to, overwrite: true, options: { recordId: id } })
  const found = (await read(readFileSync(to))).text.replace(/\s+/g, '')
  const { title, articles } = await duty(id, 'serious-ten-days')
  for (const piece of ['Reported', 'Sensor drift', 'Watch the sensor', 'Stopped the release', title, ...articles, 'A link is likely'])
    expect(found, piece).toContain(piece.replace(/\s+/g, ''))
})

it('an engagement without an incident has a report that says so', async () => {
  const empty = await EngagementInFolder.create()
  const to = empty.at('incident.docx')
  await empty.job('documents.export', { report: 'incident', format: 'docx', to })
  expect((await readDocx(readFileSync(to))).text).toContain('No incident is entered yet')
  await empty.remove()
})
