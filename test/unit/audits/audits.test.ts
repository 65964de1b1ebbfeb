import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

const addAudit = async (fields: Record<string, EntryValue> = {}) =>
  (await engagement.call('registers.add', { register: 'audits', fields: { title: 'Internal audit', ...fields } })).id
const items = (auditId: string) => engagement.call('audits.items', { auditId })
async function line(auditId: string, itemId: string) {
  const found = (await items(auditId)).find((item) => item.itemId === itemId)
  if (!found) throw new Error(`${itemId} is not on the checklist`)
  return found
}

describe('a checklist', () => {
  it('has the requirements and the applicable controls of what was chosen, with their questions, in the order of the catalog', async () => {
    await engagement.call('soa.decide', { code: 'A.2.3', fields: { applicability: 'excluded' } })
    const auditId = await addAudit()
    expect(await engagement.call('audits.addItems', { auditId, groups: ['A.2'] })).toEqual({ added: 2 })
    await engagement.call('audits.addItems', { auditId, groups: ['4.1', 'A.2'] })
    const list = await items(auditId)
    expect(list.map(({ itemId }) => itemId)).toEqual(['4.1-1', '4.1-2', '4.1-3', '4.1-4', 'A.2.2', 'A.2.4'])
    const { requirements } = await engagement.call('catalog.get', {})
    expect(list[0]?.question).toBe(requirements[0]?.questions.join('\n'))
    const groups = await engagement.call('audits.groups', { auditId })
    expect(groups.find(({ id }) => id === 'A.2')).toMatchObject({ items: 2, chosen: 2 })
    expect((await engagement.refusal('audits.addItems', { auditId, groups: ['A.99'] })).code).toBe('not-found')
  })

  it('loses what was taken off, but for what was looked at', async () => {
    const auditId = await addAudit()
    await engagement.call('audits.addItems', { auditId, groups: ['4.1'] })
    await engagement.call('audits.setItem', { id: (await line(auditId, '4.1-2')).id, fields: { result: 'conforms' } })
    expect(await engagement.call('audits.removeItems', { auditId, groups: ['4.1'] })).toEqual({ removed: 3 })
    expect((await items(auditId)).map(({ itemId }) => itemId)).toEqual(['4.1-2'])
  })

  it('warns where an auditor answers for what is audited', async () => {
    await engagement.call('soa.decide', { code: 'A.2.2', fields: { responsible: 'Chief Risk Officer' } })
    const auditId = await addAudit({ auditor: 'Head of Internal Audit', team: 'Group Audit Manager, chief risk officer' })
    await engagement.call('audits.addItems', { auditId, groups: ['A.2'] })
    expect((await items(auditId)).map(({ itemId, isOwnWork }) => [itemId, isOwnWork])).toEqual([
      ['A.2.2', true],
      ['A.2.3', false],
      ['A.2.4', false],
    ])
  })

  it('knows an auditor by the roles that they hold, and a role by its holder', async () => {
    const role = { title: 'AI Management System Coordinator', holder: 'Head of Compliance, Senior Risk Manager' }
    await engagement.call('registers.add', { register: 'roles', fields: role })
    await engagement.call('soa.decide', { code: 'A.2.2', fields: { responsible: 'AI Management System Coordinator' } })
    await engagement.call('soa.decide', { code: 'A.2.3', fields: { responsible: 'Senior Risk Manager' } })
    const ownWork = async (auditor: string) => {
      const auditId = await addAudit({ auditor })
      await engagement.call('audits.addItems', { auditId, groups: ['A.2'] })
      return (await items(auditId)).filter(({ isOwnWork }) => isOwnWork).map(({ itemId }) => itemId)
    }
    expect(await ownWork('Senior Risk Manager')).toEqual(['A.2.2', 'A.2.3'])
    expect(await ownWork('AI Management System Coordinator')).toEqual(['A.2.2', 'A.2.3'])
    expect(await ownWork('Head of Compliance')).toEqual(['A.2.2'])
    expect(await ownWork('Head of Internal Audit')).toEqual([])
  })

  it('makes one nonconformity of a finding, linked with the audit and the item, and none of what conforms', async () => {
    const auditId = await addAudit({ heldOn: dayFromToday(-3) })
    await engagement.call('audits.addItems', { auditId, groups: ['9.1'] })
    const { id } = await line(auditId, '9.1-1')
    expect((await engagement.refusal('audits.raise', { id })).sentence).toContain('9.1-1')
    await engagement.call('audits.setItem', { id, fields: { result: 'major', seen: 'Nobody measures.' } })
    const { nonconformity } = await engagement.call('audits.raise', { id })
    expect((await engagement.call('audits.raise', { id })).nonconformity).toEqual(nonconformity)
    const entry = await engagement.call('registers.get', { register: 'nonconformities', id: nonconformity?.id ?? '' })
    expect(entry.fields).toMatchObject({
      reference: 'NC-001',
      grade: 'major',
      source: 'internal-audit',
      raisedOn: dayFromToday(-3),
      objectiveEvidence: 'Nobody measures.',
    })
    expect(entry.linked.map((item) => `${item.kind} ${item.code}`)).toEqual(expect.arrayContaining(['audits AU-001', 'requirement 9.1-1']))
    await engagement.undo()
    expect((await line(auditId, '9.1-1')).nonconformity).toBeNull()
    expect(await engagement.call('registers.list', { register: 'nonconformities' })).toEqual([])
  })
})

describe('the programme', () => {
  it('shows twelve months, and names what no internal audit of the year back and the year ahead looks at', async () => {
    const soon = await addAudit({ plannedOn: dayFromToday(40) })
    const old = await addAudit({ heldOn: dayFromToday(-500), state: 'held' })
    const outside = await addAudit({ plannedOn: dayFromToday(60), kind: 'stage-1' })
    await engagement.call('audits.addItems', { auditId: soon, groups: ['4.1'] })
    await engagement.call('audits.addItems', { auditId: old, groups: ['4.2'] })
    await engagement.call('audits.addItems', { auditId: outside, groups: ['4.3'] })
    const { months, uncovered } = await engagement.call('audits.programme', {})
    expect(months.map(({ month }) => month)).toHaveLength(12)
    expect(months[0]?.month).toBe(today.slice(0, 7))
    expect(months.flatMap(({ audits }) => audits).find(({ id }) => id === soon)).toMatchObject({ covers: ['4.1'], isOverdue: false })
    const missing = uncovered.map(({ id }) => id)
    expect(missing).not.toContain('4.1')
    expect(missing).toEqual(expect.arrayContaining(['4.2', '4.3', 'A.2']))
  })

  it('sums up what readiness asks: open nonconformities, last and next internal audit', async () => {
    const held = await addAudit({ heldOn: dayFromToday(-5), state: 'held' })
    await addAudit({ plannedOn: dayFromToday(5) })
    await engagement.call('audits.addItems', { auditId: held, groups: ['4.1', '4.2'] })
    const entries: Record<string, EntryValue>[] = [{ grade: 'major' }, { grade: 'minor' }, { grade: 'minor', state: 'closed' }, {}]
    for (const fields of entries) await engagement.call('registers.add', { register: 'nonconformities', fields })
    expect(await engagement.call('audits.summary', {})).toMatchObject({
      openMajor: 1,
      openMinor: 2,
      openObservations: 0,
      lastInternal: { id: held, heldOn: dayFromToday(-5) },
      covered: 2,
      nextInternal: { plannedOn: dayFromToday(5) },
    })
  })
})

describe('a nonconformity', () => {
  const add = async (fields: Record<string, EntryValue>) =>
    (await engagement.call('registers.add', { register: 'nonconformities', fields })).id
  const whole = {
    grade: 'minor',
    owner: 'Head of Claims',
    description: 'd',
    objectiveEvidence: 'e',
    correction: 'c',
    cause: 'c',
    elsewhere: 'No.',
    correctiveAction: 'a',
    dueDate: dayFromToday(10),
  }

  it('is not closed before somebody has verified that it worked', async () => {
    const id = await add(whole)
    const refused = await engagement.refusal('audits.advance', { id, state: 'closed' })
    expect(refused).toMatchObject({ code: 'conflict', sentence: expect.stringContaining('not verified') })
    await engagement.call('audits.advance', { id, state: 'verifying' })
    await engagement.call('registers.update', {
      register: 'nonconformities',
      id,
      fields: { effective: 'yes', verifiedBy: 'Compliance Officer', verifiedOn: today },
    })
    const work = await engagement.call('audits.advance', { id, state: 'closed' })
    expect(work).toMatchObject({ state: 'closed', issues: [] })
    expect(work.steps.every(({ isDone }) => isDone)).toBe(true)
    expect((await engagement.call('registers.get', { register: 'nonconformities', id })).fields.closedOn).toBe(today)
  })

  it.each([
    [{ cause: '' }, 'analysed', 'no-cause'],
    [{ elsewhere: ' ' }, 'analysed', 'no-elsewhere'],
    [{ correctiveAction: '' }, 'correcting', 'no-action'],
    [{ dueDate: null }, 'correcting', 'no-date'],
    [{ dueDate: dayFromToday(-1) }, 'correcting', 'overdue'],
    [{ effective: 'no', verifiedBy: 'B', verifiedOn: today }, 'closed', 'not-effective'],
    [{ effective: 'open' }, 'closed', 'not-verified'],
    [{ verifiedBy: 'head of claims' }, 'verifying', 'verified-by-owner'],
  ])('that says %j and is %s has the issue %s', async (fields, state, issue) => {
    await add({ ...whole, ...fields, state })
    const [work] = await engagement.call('audits.nonconformities', {})
    expect(work?.issues).toContain(issue)
    if (issue === 'verified-by-owner' || issue === 'overdue') return
    const bare = await add({ ...whole, ...fields })
    expect((await engagement.refusal('audits.advance', { id: bare, state })).code).toBe('conflict')
  })

  it('that is an observation is closed without an analysis of its cause', async () => {
    const id = await add({ grade: 'observation', description: 'd', objectiveEvidence: 'e', owner: 'Head of Claims' })
    expect((await engagement.call('audits.advance', { id, state: 'closed' })).steps.map(({ step }) => step)).toEqual(['found', 'closing'])
  })
})

it.each(['docx', 'pdf', 'xlsx'] as const)('the %s of an audit holds its whole checklist and every finding', async (format) => {
  const sample = await EngagementInFolder.create({ sample: true })
  const folded = (words: string) => words.replace(/\s+/g, '')
  const path = sample.at(`audit.${format}`)
  await sample.job('documents.export', { report: 'audit', format, to: path, overwrite: true })
  const found = folded((await { docx: readDocx, pdf: readPdf, xlsx: readXlsx }[format](readFileSync(path))).text)
  const audit = (await sample.call('registers.list', { register: 'audits' })).find(({ fields }) => fields.reference === 'AU-001')
  const list = await sample.call('audits.items', { auditId: audit?.id ?? '' })
  expect(list.length).toBeGreaterThan(60)
  expect(list.filter(({ isOwnWork }) => isOwnWork).length).toBeGreaterThan(0)
  for (const { itemId, title, question, seen, nonconformity } of list)
    for (const piece of [itemId, title, question, seen, nonconformity?.reference ?? '']) expect(found).toContain(folded(piece))
  for (const field of ['scope', 'criteria', 'conclusion', 'impartiality']) expect(found).toContain(folded(String(audit?.fields[field])))
  await sample.remove()
})
