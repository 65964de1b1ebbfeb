import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isGeneric } from '../../../src-main/soa/lint.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

describe('the SoA as a whole', () => {
  let engagement: EngagementInFolder
  let codes: string[]
  beforeEach(async () => {
    engagement = await EngagementInFolder.create()
    codes = (await engagement.call('soa.decisions', {})).map(({ code }) => code)
  })
  afterEach(() => engagement.remove())

  const lint = () => engagement.call('soa.lint', {})
  /** Findings that no row is to blame for. */
  const whole = async () => (await lint()).filter(({ decisionId }) => decisionId === null)
  const approve = () => engagement.call('soa.approve', { approver: 'Managing Director', approvedOn: '2026-12-01' })
  const sound = {
    applicability: 'applicable',
    reasons: ['legal' as const],
    responsible: 'Head of Data',
    status: 'planned',
    statusReason: 'Budget from January.',
  } as const

  it('of a new engagement is undecided everywhere and never approved, and the summary counts the same', async () => {
    const findings = await lint()
    expect(findings[0]).toMatchObject({ rule: 'never-approved', severity: 'warning', code: '', field: null })
    expect(findings.slice(1).map(({ rule, code }) => [rule, code])).toEqual(codes.map((code) => ['undecided', code]))
    expect(await engagement.call('soa.summary', {})).toEqual({
      controls: 38,
      undecided: 38,
      applicable: 0,
      excluded: 0,
      implemented: 0,
      findings: 39,
      errors: 38,
      latestVersion: null,
      proposals: 0,
    })
  })

  it('is without a finding once it is decided soundly and approved', async () => {
    await engagement.call('soa.decideMany', { codes, fields: { ...sound, reasons: [...sound.reasons] } })
    expect((await lint()).map(({ rule }) => rule)).toEqual(['never-approved'])
    await approve()
    expect(await lint()).toEqual([])
    expect(await engagement.call('soa.summary', {})).toMatchObject({ findings: 0, errors: 0, applicable: 38, latestVersion: 1 })
  })

  it('that changed since its approval says in how many rows, until it is as it was or is approved anew', async () => {
    await engagement.call('soa.decideMany', { codes, fields: { ...sound, reasons: [...sound.reasons] } })
    await approve()
    await engagement.call('soa.decide', { code: 'A.2.2', fields: { implementation: 'as written' } })
    expect(await whole()).toMatchObject([
      { rule: 'changed-since-approval', severity: 'warning', field: null, sentence: expect.stringMatching(/^1 row .*version 1/) },
    ])
    await engagement.call('soa.addControl', { code: 'C-1', title: 'Own' })
    await engagement.call('soa.decide', { code: 'C-1', fields: { ...sound, reasons: [...sound.reasons] } })
    expect((await whole())[0]?.sentence).toMatch(/^2 rows .*version 1/)
    await engagement.call('soa.removeControl', { code: 'C-1' })
    await engagement.call('soa.decide', { code: 'A.2.2', fields: { implementation: '' } })
    expect(await whole()).toEqual([])
    await engagement.call('soa.decide', { code: 'A.2.2', fields: { implementation: 'as written' } })
    await approve()
    expect(await whole()).toEqual([])
  })

  it('does not change when the gap assessment does; the rows that contradict it say so', async () => {
    await engagement.call('soa.decideMany', { codes, fields: { ...sound, reasons: [...sound.reasons] } })
    await approve()
    const [round] = await engagement.call('gap.rounds', {})
    await engagement.call('gap.judge', { roundId: round?.id ?? '', itemId: 'A.3.2', fields: { conformity: 'not-applicable' } })
    expect((await lint()).map(({ rule, code }) => [rule, code])).toEqual([['contradicts-gap', 'A.3.2']])
    await engagement.call('gap.startRound', { name: 'Next', kind: 'follow-up' })
    expect(await lint()).toEqual([])
  })
})

describe('a justification', () => {
  it.each([
    'n/a',
    'N/A.',
    'Not applicable',
    'Not relevant to us.',
    'This control is not applicable to our organization.',
    'The control does not apply to the company because it is out of scope.',
    'Not needed at this time: low risk.',
    'no no no no no no',
    'AI',
    '日本',
  ])('that would fit any control is generic: %s', (justification) => {
    expect(isGeneric(justification)).toBe(true)
  })

  it.each([
    'The client buys every model as a finished service and trains none of its own.',
    'Not applicable: no personal data enters the forecasting model, and no decision about people follows from it.',
    'No third party supplies components; the scheduling engine is a rule table kept in-house.',
    'Customers receive hardware alone, so nobody outside uses an AI system of ours.',
  ])('that says something about this client is not: %s', (justification) => {
    expect(isGeneric(justification)).toBe(false)
  })
})
