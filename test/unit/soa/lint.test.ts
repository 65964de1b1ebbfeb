import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conformity } from '../../../src-main/contract/gap.ts'
import { type DecisionField, type DecisionFields, type LintRule, lintRules } from '../../../src-main/contract/soa.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

type Fields = Partial<DecisionFields>

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

const included: Fields = {
  applicability: 'applicable',
  reasons: ['risk-treatment'],
  responsible: 'Head of Data',
  status: 'implemented',
  evidence: 'DOC-1',
  evidenceDate: dayFromToday(-30),
  evidenceState: 'current',
  reviewDate: dayFromToday(30),
}
const excluded: Fields = {
  applicability: 'excluded',
  exclusionJustification: 'The client buys every model as a finished service and trains none of its own.',
  exclusionApprovedBy: 'Managing Director',
  exclusionValidUntil: dayFromToday(30),
  reviewDate: dayFromToday(30),
}
const undecided: Fields = { applicability: 'undecided' }
const planned: Fields = { ...included, status: 'planned', statusReason: 'Budget from January.', evidence: '' }

const emptyRow: Fields = {
  reasons: [],
  exclusionJustification: '',
  exclusionApprovedBy: '',
  exclusionValidUntil: null,
  status: 'not-started',
  statusReason: '',
  responsible: '',
  evidence: '',
  evidenceDate: null,
  evidenceState: 'unknown',
  reviewDate: null,
}

/** What the lint says of one row that holds these fields and no others, and whose control was judged so. */
async function findings(code: string, fields: Fields, conformity: Conformity = 'not-assessed') {
  const [round] = await engagement.call('gap.rounds', {})
  await engagement.call('gap.judge', { roundId: round?.id ?? '', itemId: code, fields: { conformity } })
  await engagement.call('soa.decide', { code, fields: { ...emptyRow, ...fields } })
  return (await engagement.call('soa.lint', {})).filter((finding) => finding.code === code)
}

interface Case {
  rule: LintRule
  severity: 'error' | 'warning'
  /** The cell to jump to. */
  field: DecisionField
  broken: Fields
  sound: Fields
  conformity?: Conformity
  soundConformity?: Conformity
}

const cases: Case[] = [
  { rule: 'undecided', severity: 'error', field: 'applicability', broken: undecided, sound: included },
  {
    rule: 'exclusion-without-justification',
    severity: 'error',
    field: 'exclusionJustification',
    broken: { ...excluded, exclusionJustification: ' \n ' },
    sound: excluded,
  },
  {
    rule: 'exclusion-generic',
    severity: 'error',
    field: 'exclusionJustification',
    broken: { ...excluded, exclusionJustification: 'This control is not applicable to our organization.' },
    sound: excluded,
  },
  {
    rule: 'exclusion-not-approved',
    severity: 'warning',
    field: 'exclusionApprovedBy',
    broken: { ...excluded, exclusionApprovedBy: '' },
    sound: excluded,
  },
  {
    rule: 'exclusion-expired',
    severity: 'error',
    field: 'exclusionValidUntil',
    broken: { ...excluded, exclusionValidUntil: dayFromToday(-1) },
    sound: { ...excluded, exclusionValidUntil: today },
  },
  { rule: 'included-without-reason', severity: 'error', field: 'reasons', broken: { ...included, reasons: [] }, sound: included },
  {
    rule: 'implemented-without-evidence',
    severity: 'error',
    field: 'evidence',
    broken: { ...included, evidence: ' ' },
    sound: { ...included, status: 'verified' },
  },
  {
    rule: 'evidence-stale',
    severity: 'warning',
    field: 'evidenceDate',
    broken: { ...included, evidenceDate: dayFromToday(-366) },
    sound: { ...included, evidenceDate: dayFromToday(-365) },
  },
  {
    rule: 'evidence-stale',
    severity: 'warning',
    field: 'evidenceDate',
    broken: { ...included, evidenceState: 'stale' },
    sound: { ...included, evidenceState: 'unknown', evidenceDate: null },
  },
  {
    rule: 'not-implemented-without-reason',
    severity: 'warning',
    field: 'statusReason',
    broken: { ...planned, statusReason: '' },
    sound: planned,
  },
  { rule: 'no-responsible', severity: 'warning', field: 'responsible', broken: { ...included, responsible: '' }, sound: included },
  {
    rule: 'review-overdue',
    severity: 'warning',
    field: 'reviewDate',
    broken: { ...included, reviewDate: dayFromToday(-1) },
    sound: { ...included, reviewDate: today },
  },
  {
    rule: 'review-overdue',
    severity: 'warning',
    field: 'reviewDate',
    broken: { ...excluded, reviewDate: dayFromToday(-1) },
    sound: { ...excluded, reviewDate: null },
  },
  {
    rule: 'contradicts-gap',
    severity: 'error',
    field: 'applicability',
    broken: included,
    conformity: 'not-applicable',
    sound: included,
    soundConformity: 'conforms',
  },
  {
    rule: 'contradicts-gap',
    severity: 'error',
    field: 'applicability',
    broken: excluded,
    conformity: 'partly',
    sound: excluded,
    soundConformity: 'not-applicable',
  },
  {
    rule: 'contradicts-gap',
    severity: 'error',
    field: 'status',
    broken: included,
    conformity: 'does-not-conform',
    sound: planned,
    soundConformity: 'does-not-conform',
  },
  {
    rule: 'contradicts-gap',
    severity: 'error',
    field: 'status',
    broken: { ...included, status: 'verified' },
    conformity: 'partly',
    sound: included,
    soundConformity: 'partly',
  },
]

describe('a row of the SoA', () => {
  it('has a case here for every rule', () => {
    const ofTheWhole: LintRule[] = ['never-approved', 'changed-since-approval']
    // What is linked with a row breaks these: lint-against-basis.test.ts.
    const ofTheTrace: LintRule[] = [
      'excluded-treats-risk',
      'excluded-is-duty',
      'risk-reason-without-risk',
      'impact-reason-without-assessment',
    ]
    expect(new Set([...cases.map(({ rule }) => rule), ...ofTheWhole, ...ofTheTrace])).toEqual(new Set(lintRules))
  })

  it.each(cases)('breaks the rule $rule at $field and no other; put right, it breaks none', async (given) => {
    const { rule, severity, field, broken, sound, conformity, soundConformity } = given
    const { id: decisionId } = await engagement.call('soa.decide', { code: 'A.6.2.4', fields: {} })
    const found = await findings('A.6.2.4', broken, conformity)
    expect(found).toEqual([{ rule, severity, decisionId, code: 'A.6.2.4', field, sentence: expect.stringContaining('A.6.2.4') }])
    expect(found[0]?.sentence).not.toMatch(/\{\{|soa:|undefined/)
    expect(await findings('A.6.2.4', sound, soundConformity)).toEqual([])
  })

  it('says every fault of a row, each with its own cell', async () => {
    const faults = async (fields: Fields) => (await findings('A.2.2', fields)).map(({ rule, field }) => `${rule} ${field}`).sort()
    expect(await faults({ applicability: 'applicable', reviewDate: dayFromToday(-1) })).toEqual([
      'included-without-reason reasons',
      'no-responsible responsible',
      'not-implemented-without-reason statusReason',
      'review-overdue reviewDate',
    ])
    expect(await faults({ applicability: 'excluded', exclusionValidUntil: dayFromToday(-1) })).toEqual([
      'exclusion-expired exclusionValidUntil',
      'exclusion-not-approved exclusionApprovedBy',
      'exclusion-without-justification exclusionJustification',
    ])
  })

  it('that is excluded is not asked for what only included ones need, and the other way round', async () => {
    expect(await findings('A.2.2', { ...excluded, status: 'implemented' })).toEqual([])
    expect(await findings('A.2.2', { ...included, exclusionJustification: 'n/a', exclusionValidUntil: dayFromToday(-1) })).toEqual([])
  })

  it('names the day in the sentences that are about one', async () => {
    const [expired] = await findings('A.2.2', { ...excluded, exclusionValidUntil: dayFromToday(-8) })
    const [overdue] = await findings('A.2.2', { ...included, reviewDate: dayFromToday(-9) })
    expect([expired?.sentence, overdue?.sentence]).toEqual([
      expect.stringContaining(dayFromToday(-8)),
      expect.stringContaining(dayFromToday(-9)),
    ])
  })

  it('is looked at when it is a control of the client, too', async () => {
    await engagement.call('soa.addControl', { code: 'C-1', title: 'Own' })
    const own = async () => (await engagement.call('soa.lint', {})).filter(({ code }) => code === 'C-1')
    expect(await own()).toMatchObject([{ rule: 'undecided', field: 'applicability' }])
    await engagement.call('soa.decide', { code: 'C-1', fields: included })
    expect(await own()).toEqual([])
  })
})
