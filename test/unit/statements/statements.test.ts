import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { statementKinds } from '../../../src-main/contract/statements.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const bodies = async (kind: (typeof statementKinds)[number]) =>
  Object.fromEntries((await engagement.call('statements.get', { kind })).written.map(({ section, body }) => [section, body]))

/** Fills every section without gaps, and names an owner and a review. */
async function complete(kind: (typeof statementKinds)[number]): Promise<void> {
  const { written } = await engagement.call('statements.get', { kind })
  for (const { section, title } of written) await engagement.call('statements.write', { kind, section, body: `Text of ${title}.` })
  await engagement.call('statements.update', { kind, fields: { owner: 'Chief Risk Officer', reviewDate: dayFromToday(200) } })
}

describe('the scope of the engagement and the scope statement', () => {
  it('are one: what is written in the statement is what the engagement, its documents and the SoA say', async () => {
    await engagement.call('statements.write', { kind: 'scope', section: 'statement', body: 'Claims and pricing' })
    expect((await engagement.call('engagement.get', {})).scope).toBe('Claims and pricing')
    await engagement.undo()
    expect((await engagement.call('engagement.get', {})).scope).toBe('')
    expect((await bodies('scope')).statement).toBe('')
  })

  it('are one the other way round, and a change after the approval is seen either way', async () => {
    await complete('scope')
    await engagement.call('statements.approve', { kind: 'scope', approver: 'Board', approvedOn: today })
    await engagement.call('engagement.update', { scope: 'Another scope' })
    expect((await bodies('scope')).statement).toBe('Another scope')
    expect((await engagement.call('statements.get', { kind: 'scope' })).changedSections).toEqual(['statement'])
  })

  it('names the AI systems that are not retired, and keeps them with the version', async () => {
    await engagement.call('inventory.add', { name: 'Triage', reference: 'AI-1' })
    await engagement.call('inventory.add', { name: 'Old scoring', lifeCycleStage: 'retired' })
    await complete('scope')
    const { systems } = await engagement.call('statements.get', { kind: 'scope' })
    expect(systems.map(({ name }) => name)).toEqual(['Triage'])
    await engagement.call('statements.approve', { kind: 'scope', approver: 'Board', approvedOn: today })
    await engagement.call('inventory.add', { name: 'Pricing', reference: 'AI-2' })
    expect((await engagement.call('statements.get', { kind: 'scope' })).isChanged).toBe(true)
    expect((await engagement.call('statements.difference', { kind: 'scope', from: 1, to: 0 })).added).toEqual(['AI-2 Pricing'])
  })
})

describe('a starting text', () => {
  it('is taken over into empty sections alone, with the names that are known and gaps for the others', async () => {
    await engagement.call('statements.write', { kind: 'policy', section: 'purpose', body: 'Our own purpose' })
    const changes = await engagement.changes()
    const { points } = await engagement.call('statements.takeOver', { kind: 'policy' })
    expect(await engagement.changes()).toBe(changes + 1)
    const written = await bodies('policy')
    expect(written.purpose).toBe('Our own purpose')
    expect(written.applies).toContain('works for Acme')
    expect(Object.values(written).join()).not.toMatch(/\{\w+\}/)
    expect(points.some(({ section, sentence }) => section === 'responsibilities' && sentence.includes('[who approves]'))).toBe(true)
    await engagement.undo()
    expect(await bodies('policy')).toMatchObject({ purpose: 'Our own purpose', applies: '' })
  })

  it('is taken over for one section, and never over a text', async () => {
    const written = await engagement.call('statements.takeOver', { kind: 'risk-process', sections: ['aim'] })
    expect(written.written.filter(({ body }) => body !== '').map(({ section }) => section)).toEqual(['aim'])
    await engagement.call('statements.write', { kind: 'risk-process', section: 'aim', body: 'Ours' })
    await engagement.call('statements.takeOver', { kind: 'risk-process', sections: ['aim'] })
    expect((await bodies('risk-process')).aim).toBe('Ours')
  })
})

describe('the approval', () => {
  it('is refused with the first thing that is missing: a section, a gap, the owner, the review', async () => {
    const refused = () => engagement.refusal('statements.approve', { kind: 'policy', approver: 'Board', approvedOn: today })
    expect((await refused()).sentence).toContain('Purpose says nothing yet')
    await complete('policy')
    await engagement.call('statements.write', { kind: 'policy', section: 'review', body: 'Reviewed by [whom].' })
    expect((await refused()).sentence).toContain('[whom]')
    await engagement.call('statements.write', { kind: 'policy', section: 'review', body: 'Reviewed by the board.' })
    await engagement.call('statements.update', { kind: 'policy', fields: { owner: '' } })
    expect((await refused()).sentence).toContain('Nobody owns')
    await engagement.call('statements.update', { kind: 'policy', fields: { owner: 'Board', reviewDate: null } })
    expect((await refused()).sentence).toContain('review')
  })

  it('freezes a numbered version that stays as it was, with the difference to what stands', async () => {
    await complete('policy')
    const version = await engagement.call('statements.approve', {
      kind: 'policy',
      approver: 'Chief Executive Officer',
      approvedOn: today,
      note: 'Board meeting',
    })
    expect(version).toMatchObject({ number: 1, approver: 'Chief Executive Officer', note: 'Board meeting' })
    expect(await engagement.call('statements.get', { kind: 'policy' })).toMatchObject({ isChanged: false, latestVersion: 1 })
    await engagement.call('statements.write', { kind: 'policy', section: 'not', body: 'Never.' })
    expect(await engagement.call('statements.get', { kind: 'policy' })).toMatchObject({ isChanged: true, changedSections: ['not'] })
    const { changed } = await engagement.call('statements.difference', { kind: 'policy', from: 1, to: 0 })
    expect(changed).toEqual([
      {
        code: 'What we do not do',
        title: 'What we do not do',
        fields: [{ field: 'body', old: 'Text of What we do not do.', new: 'Never.' }],
      },
    ])
    await engagement.call('statements.approve', { kind: 'policy', approver: 'Board', approvedOn: today })
    expect((await engagement.call('statements.versions', { kind: 'policy' })).map(({ number }) => number)).toEqual([2, 1])
    expect((await engagement.call('statements.difference', { kind: 'policy', from: 1, to: 2 })).changed).toHaveLength(1)
  })

  it('is never undone, and an optional section may stay empty', async () => {
    await complete('scope')
    await engagement.call('statements.write', { kind: 'scope', section: 'exclusions', body: '' })
    await engagement.call('statements.approve', { kind: 'scope', approver: 'Board', approvedOn: today })
    expect((await engagement.refusal('engagement.undo', {})).code).toBe('nothing-to-undo')
    expect(await engagement.call('statements.versions', { kind: 'scope' })).toHaveLength(1)
  })
})

it('the summaries say for every statement how far it is', async () => {
  await complete('impact-process')
  await engagement.call('statements.update', { kind: 'impact-process', fields: { reviewDate: dayFromToday(-1) } })
  const summaries = await engagement.call('statements.summaries', {})
  expect(summaries.map(({ kind }) => kind)).toEqual([...statementKinds])
  const impact = summaries.find(({ kind }) => kind === 'impact-process')
  expect(impact).toMatchObject({ filled: impact?.sections, missing: 0, latestVersion: null, isReviewOverdue: true })
})

it('a section that the statement does not have is refused and changes nothing', async () => {
  const changes = await engagement.changes()
  expect((await engagement.refusal('statements.write', { kind: 'policy', section: 'statement', body: 'x' })).code).toBe('not-found')
  expect(await engagement.changes()).toBe(changes)
})
