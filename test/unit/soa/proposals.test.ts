import { afterEach, expect, it } from 'vitest'
import type { EngagementInFolder } from '../engagement-in-folder.ts'
import { dutyOf, linkedEngagement } from '../trace/linked-engagement.ts'

let engagement: EngagementInFolder
afterEach(() => engagement.remove())

const proposals = () => engagement.call('soa.proposals', {})
const proposalFor = async (code: string) => (await proposals()).find((proposal) => proposal.code === code)
const decisionOf = (code: string) => engagement.call('soa.decide', { code, fields: {} })
const accept = (...codes: string[]) => engagement.call('soa.acceptProposals', { codes })

const duty = dutyOf('A.5.4')
const start = () =>
  linkedEngagement((rows) => {
    const screening = rows.system('Applicant screening', { riskClass: 'high-risk', duties: [duty.id] })
    rows.assessment('Assessment of screening', screening, ['A.5.4'])
    rows.risk('R-007', { controls: ['A.5.4', 'A.3.3'] })
    return rows.risk('R-003', { controls: ['A.5.4'] })
  })

it('says for each control what follows from risks, duties and measures, in one sentence', async () => {
  ;({ engagement } = await start())
  expect(await proposalFor('A.5.4')).toMatchObject({
    applicability: 'undecided',
    reasons: ['risk-treatment', 'legal', 'impact-assessment'],
    sentence: `Treats R-003 and R-007; answers ${duty.articles.join(' and ')} for Applicant screening; carries out measures of Assessment of screening.`,
    writesText: true,
  })
  expect(await proposalFor('A.3.3')).toMatchObject({ reasons: ['risk-treatment'], sentence: 'Treats R-007.' })
  expect(await proposalFor('A.2.2')).toBeUndefined()
  expect((await engagement.call('soa.summary', {})).proposals).toBe((await proposals()).length)
})

it('writes chosen proposals in one change that one undo takes back, and the others stay', async () => {
  ;({ engagement } = await start())
  const before = await engagement.call('soa.decisions', {})
  const [changes, waiting] = [await engagement.changes(), (await proposals()).length]
  expect(await accept('A.5.4', 'A.3.3', 'A.5.4')).toEqual({ changed: 2 })
  expect(await engagement.changes()).toBe(changes + 1)
  expect(await decisionOf('A.5.4')).toMatchObject({
    applicability: 'applicable',
    reasons: ['impact-assessment', 'legal', 'risk-treatment'],
    reasonText: expect.stringMatching(/^Treats R-003 and R-007; /),
  })
  expect(await proposals()).toHaveLength(waiting - 2)
  await engagement.undo()
  expect(await engagement.call('soa.decisions', {})).toEqual(before)
  expect(await proposals()).toHaveLength(waiting)
})

it('takes away no reason and no text that somebody wrote', async () => {
  ;({ engagement } = await start())
  const fields = {
    applicability: 'applicable',
    reasons: ['contractual' as const],
    reasonText: 'The contract with the union asks for it.',
  } as const
  await engagement.call('soa.decide', { code: 'A.5.4', fields: { ...fields, reasons: [...fields.reasons] } })
  expect(await proposalFor('A.5.4')).toMatchObject({ writesText: false })
  await accept('A.5.4')
  expect(await decisionOf('A.5.4')).toMatchObject({
    reasons: ['contractual', 'impact-assessment', 'legal', 'risk-treatment'],
    reasonText: fields.reasonText,
  })
  expect(await proposalFor('A.5.4')).toBeUndefined()
})

it('renews a text that was only ever proposed, until somebody changes it', async () => {
  const { engagement: made, ids: risk } = await start()
  engagement = made
  await accept('A.5.4', 'A.3.3')
  await engagement.call('risk.setControls', { id: risk, codes: ['A.3.3'] })
  expect(await proposalFor('A.3.3')).toMatchObject({ reasons: [], writesText: true, sentence: 'Treats R-003 and R-007.' })
  await accept('A.3.3')
  expect((await decisionOf('A.3.3')).reasonText).toBe('Treats R-003 and R-007.')
  await engagement.call('soa.decide', { code: 'A.3.3', fields: { reasonText: 'Treats R-003, R-007 and what the board fears.' } })
  expect(await proposalFor('A.3.3')).toBeUndefined()
  await engagement.call('risk.setControls', { id: risk, codes: [] })
  expect(await proposalFor('A.3.3')).toBeUndefined()
})

it('knows a proposed text again after undo and redo', async () => {
  const { engagement: made, ids: risk } = await start()
  engagement = made
  await accept('A.3.3')
  await engagement.undo()
  expect(await proposalFor('A.3.3')).toMatchObject({ applicability: 'undecided', writesText: true })
  await engagement.call('engagement.redo', {})
  await engagement.call('risk.setControls', { id: risk, codes: ['A.3.3'] })
  expect(await proposalFor('A.3.3')).toMatchObject({ writesText: true })
})

it('says that an excluded control would apply, and never proposes to exclude one', async () => {
  ;({ engagement } = await start())
  await engagement.call('soa.decide', { code: 'A.5.4', fields: { applicability: 'excluded', exclusionJustification: 'As written.' } })
  expect(await proposalFor('A.5.4')).toMatchObject({ applicability: 'excluded' })
  await accept('A.5.4')
  expect(await decisionOf('A.5.4')).toMatchObject({ applicability: 'applicable', exclusionJustification: 'As written.' })
  await engagement.call('soa.decide', { code: 'A.2.3', fields: { applicability: 'applicable', reasons: ['organizational-choice'] } })
  expect(await proposalFor('A.2.3')).toBeUndefined()
})

it('refuses codes without a proposal, and then writes none', async () => {
  ;({ engagement } = await start())
  const changes = await engagement.changes()
  for (const code of ['A.2.2', 'A.99', ''])
    expect((await engagement.refusal('soa.acceptProposals', { codes: ['A.5.4', code] })).code).toBe('not-found')
  expect((await engagement.refusal('soa.acceptProposals', { codes: [] })).code).toBe('invalid-input')
  expect(await engagement.changes()).toBe(changes)
})
