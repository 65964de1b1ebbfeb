import { afterEach, expect, it } from 'vitest'
import type { DecisionFields } from '../../../src-main/contract/soa.ts'
import { dayFromToday, type EngagementInFolder } from '../engagement-in-folder.ts'
import { dutyOf, linkedEngagement } from '../trace/linked-engagement.ts'

let engagement: EngagementInFolder
afterEach(() => engagement.remove())

const excluded: Partial<DecisionFields> = {
  applicability: 'excluded',
  exclusionJustification: 'The client buys every model as a finished service and trains none of its own.',
  exclusionApprovedBy: 'Managing Director',
  exclusionValidUntil: dayFromToday(30),
}
const included: Partial<DecisionFields> = {
  applicability: 'applicable',
  responsible: 'Head of Data',
  status: 'implemented',
  evidence: 'DOC-1',
  evidenceDate: dayFromToday(-30),
}

async function findings(code: string, fields: Partial<DecisionFields>) {
  await engagement.call('soa.decide', { code, fields })
  return (await engagement.call('soa.lint', {})).filter((finding) => finding.code === code)
}

it('an excluded control that a risk treatment uses is an error that names the risks and leads to the decision', async () => {
  ;({ engagement } = await linkedEngagement((rows) => {
    for (const reference of ['R-001', 'R-002', 'R-003']) rows.risk(reference, { controls: ['A.6.2.4'] })
    rows.risk('R-004', { controls: ['A.6.2.4'], state: 'closed' })
  }))
  expect(await findings('A.6.2.4', excluded)).toMatchObject([
    {
      rule: 'excluded-treats-risk',
      severity: 'error',
      field: 'applicability',
      sentence: 'A.6.2.4 is excluded, and the treatment of R-001, R-002 and R-003 uses it.',
    },
  ])
  expect(await findings('A.6.2.4', { ...included, reasons: ['risk-treatment'] })).toEqual([])
  expect(await findings('A.6.2.5', excluded)).toEqual([])
})

it('of many risks the first are named and the others counted', async () => {
  ;({ engagement } = await linkedEngagement((rows) => {
    for (let number = 1; number <= 9; number += 1) rows.risk(`R-00${number}`, { controls: ['A.6.2.4'] })
  }))
  const [finding] = await findings('A.6.2.4', excluded)
  expect(finding?.sentence).toContain('R-001, R-002, R-003, R-004, R-005, R-006 and 3 others')
})

it('an excluded control that a duty of a classified system or a measure of an impact assessment needs is an error', async () => {
  const duty = dutyOf('A.5.4')
  ;({ engagement } = await linkedEngagement((rows) => {
    rows.system('Screening', { riskClass: 'high-risk', duties: [duty.id] })
    rows.assessment('Assessment of chat', rows.system('Chat'), ['A.8.2'])
  }))
  const [ofDuty, ...more] = await findings('A.5.4', excluded)
  expect(more).toEqual([])
  expect(ofDuty).toMatchObject({ rule: 'excluded-is-duty', severity: 'error', field: 'applicability' })
  for (const article of duty.articles) expect(ofDuty?.sentence).toContain(article)
  expect(await findings('A.8.2', excluded)).toMatchObject([
    { rule: 'excluded-is-duty', sentence: expect.stringContaining('Assessment of chat') },
  ])
})

it('reasons that name risks or impact assessments are asked about once there is a register of them, and never where nothing is behind', async () => {
  ;({ engagement } = await linkedEngagement(() => 'nothing'))
  expect(await findings('A.8.2', { ...included, reasons: ['risk-treatment', 'impact-assessment'] })).toEqual([])
  await engagement.remove()
  ;({ engagement } = await linkedEngagement((rows) => {
    rows.risk('R-001', { controls: ['A.6.2.4'] })
    rows.assessment('Assessment', rows.system('Chat'), ['A.6.2.4'])
  }))
  expect(await findings('A.8.2', { ...included, reasons: ['risk-treatment', 'impact-assessment'] })).toMatchObject([
    { rule: 'risk-reason-without-risk', severity: 'warning', field: 'reasons' },
    { rule: 'impact-reason-without-assessment', severity: 'warning', field: 'reasons' },
  ])
  expect(await findings('A.8.2', { ...included, reasons: ['organizational-choice'] })).toEqual([])
  expect(await findings('A.6.2.4', { ...included, reasons: ['risk-treatment', 'impact-assessment'] })).toEqual([])
})
