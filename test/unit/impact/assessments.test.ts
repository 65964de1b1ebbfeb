import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadImpactGuide } from '../../../src-main/catalog/impact-guide.ts'
import { dayFromToday, EngagementInFolder } from '../engagement-in-folder.ts'
import { complete, completeTexts, startedAssessment } from './started-assessment.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const nowhere = '01900000-0000-7000-8000-000000000000'
const get = (assessmentId: string) => engagement.call('impact.get', { assessmentId })
const sentences = async (assessmentId: string) => (await get(assessmentId)).missing.map(({ sentence }) => sentence)

describe('starting', () => {
  it('takes over what the inventory knows, answers of the triage included, and no more', async () => {
    const { id: systemId } = await engagement.call('inventory.add', {
      name: 'Screening',
      purpose: 'Orders applications',
      intendedUse: 'For recruiters',
      department: 'HR',
      supplier: 'Vendor',
      models: 'Ranking 2.0',
      owner: 'Head of HR',
      affectedPeople: 'Applicants',
      humanOversight: 'Two recruiters read all',
      autonomy: 'autonomous',
      reach: 'public',
      dataCategories: ['personal', 'special', 'children'],
    })
    const started = await engagement.call('impact.start', { systemId })
    expect(started).toMatchObject({
      systemId,
      systemName: 'Screening',
      title: 'Impact assessment of Screening',
      intendedUse: 'Orders applications\nFor recruiters',
      affectedGroups: 'Applicants',
      oversight: 'Two recruiters read all',
      misuse: '',
      triage: 'open',
      triageProposal: 'full',
      state: 'triage',
      triageAnswers: { autonomous: true, 'many-people': true, 'special-data': true, vulnerable: true },
      impacts: [],
    })
    for (const [field, known] of [
      ['scope', 'HR'],
      ['models', 'Ranking 2.0'],
      ['models', 'Vendor'],
      ['parties', 'Head of HR'],
      ['data', 'special categories'],
    ] as const)
      expect(started[field]).toContain(known)
    await engagement.undo()
    expect(await engagement.call('impact.list', {})).toEqual([])
  })

  it('is refused for a system that is not there, or is assessed already under that title', async () => {
    expect((await engagement.refusal('impact.start', { systemId: nowhere })).code).toBe('not-found')
    const { systemId, title } = await startedAssessment(engagement)
    expect((await engagement.refusal('impact.start', { systemId })).code).toBe('conflict')
    expect((await engagement.refusal('impact.start', { systemId, title })).code).toBe('conflict')
    expect((await engagement.call('impact.start', { systemId, title: 'For the branches' })).title).toBe('For the branches')
    expect(await engagement.call('impact.list', {})).toHaveLength(2)
  })
})

describe('the triage', () => {
  it('proposes from the answers and leaves the decision to the person', async () => {
    const { id: assessmentId } = await startedAssessment(engagement)
    for (const { id } of loadImpactGuide().triage) {
      expect((await get(assessmentId)).triageProposal).toBe('open')
      await engagement.call('impact.answerTriage', { assessmentId, question: id, value: false })
    }
    expect(await get(assessmentId)).toMatchObject({ triageProposal: 'not-needed', triage: 'open', state: 'triage' })
    await engagement.call('impact.answerTriage', { assessmentId, question: 'legal-effect', value: true })
    expect((await get(assessmentId)).triageProposal).toBe('full')
    const taken = await engagement.call('impact.answerTriage', { assessmentId, question: 'legal-effect', value: null })
    expect(taken.triageProposal).toBe('open')
    expect(Object.keys(taken.triageAnswers)).not.toContain('legal-effect')
    expect(await engagement.undo()).toContain('Triage')
    expect((await get(assessmentId)).triageAnswers['legal-effect']).toBe(true)
  })

  it('that needs no assessment asks for every answer and the reason, and can then be approved', async () => {
    const { id: assessmentId } = await startedAssessment(engagement)
    await engagement.call('impact.update', { assessmentId, fields: { triage: 'not-needed' } })
    expect((await get(assessmentId)).missing.map(({ field }) => field)).toEqual([null, 'triageReason'])
    for (const { id } of loadImpactGuide().triage)
      await engagement.call('impact.answerTriage', { assessmentId, question: id, value: false })
    await engagement.call('impact.update', { assessmentId, fields: { triageReason: 'Nothing is touched' } })
    expect(await get(assessmentId)).toMatchObject({ missing: [], state: 'not-needed' })
    await engagement.call('impact.approve', { assessmentId, approver: 'Chief Risk Officer', approvedOn: '2026-12-01' })
    expect(await get(assessmentId)).toMatchObject({ state: 'not-needed', latestVersion: 1, changedSince: false })
  })
})

describe('what is missing', () => {
  it('is nothing for a complete assessment, and each thing taken away is named with its place', async () => {
    const { id: assessmentId } = await startedAssessment(engagement)
    const { impacts, measures } = await complete(engagement, assessmentId)
    expect(await sentences(assessmentId)).toEqual([])
    const [benefit, harm] = impacts
    const [measure] = measures
    if (!benefit || !harm || !measure) throw new Error('not complete')
    const taken = async (take: () => Promise<unknown>, expected: object[]) => {
      await take()
      expect((await get(assessmentId)).missing).toEqual(expected.map((each) => expect.objectContaining(each)))
      await engagement.undo()
      expect(await sentences(assessmentId)).toEqual([])
    }
    for (const field of [
      'assessors',
      'scope',
      'intendedUse',
      'misuse',
      'data',
      'models',
      'environment',
      'parties',
      'conclusion',
      'decisionReason',
      'triageReason',
    ] as const)
      await taken(() => engagement.call('impact.update', { assessmentId, fields: { [field]: '  ' } }), [{ field }])
    await taken(
      () => engagement.call('impact.update', { assessmentId, fields: { decision: 'open' } }),
      [{ step: 'decision', field: 'decision' }],
    )
    await taken(
      () => engagement.call('impact.update', { assessmentId, fields: { reviewDate: null } }),
      [{ step: 'review', field: 'reviewDate' }],
    )
    await taken(
      () => engagement.call('impact.update', { assessmentId, fields: { reviewDate: dayFromToday(0) } }),
      [{ field: 'reviewDate' }],
    )
    await taken(() => engagement.call('impact.update', { assessmentId, fields: { triggers: [] } }), [{ step: 'review', field: 'triggers' }])
    await taken(
      () => engagement.call('impact.removeImpact', { id: benefit.id }),
      [{ step: 'impacts', sentence: 'No benefit was looked at.' }],
    )
    await taken(() => engagement.call('impact.updateImpact', { id: benefit.id, fields: { description: '' } }), [{ recordId: benefit.id }])
    await taken(() => engagement.call('impact.removeImpact', { id: harm.id }), [{ step: 'impacts', sentence: 'No harm was looked at.' }])
    await taken(
      () => engagement.call('impact.updateImpact', { id: harm.id, fields: { likelihood: null } }),
      [{ step: 'impacts', recordId: harm.id }],
    )
    await taken(() => engagement.call('impact.updateImpact', { id: harm.id, fields: { residualSeverity: null } }), [{ recordId: harm.id }])
    await taken(
      () => engagement.call('impact.updateImpact', { id: harm.id, fields: { residualSeverity: 5, residualLikelihood: 5 } }),
      [{ recordId: harm.id, sentence: expect.stringContaining('worse') }],
    )
    await taken(() => engagement.call('impact.removeMeasure', { id: measure.id }), [{ step: 'measures', recordId: harm.id }])
    await taken(
      () => engagement.call('impact.updateMeasure', { id: measure.id, fields: { owner: '' } }),
      [{ step: 'measures', recordId: measure.id }],
    )
    await taken(() => engagement.call('impact.updateMeasure', { id: measure.id, fields: { description: '' } }), [{ recordId: measure.id }])
    await taken(() => engagement.call('impact.updateMeasure', { id: measure.id, fields: { dueDate: null } }), [{ recordId: measure.id }])
    await taken(() => engagement.call('impact.answerTriage', { assessmentId, question: 'physical', value: null }), [{ step: 'triage' }])
    await engagement.call('impact.updateMeasure', { id: measure.id, fields: { dueDate: null, status: 'done' } })
    expect(await sentences(assessmentId)).toEqual([])
  })

  it('is each part of Art. 27 where the triage says that it is owed', async () => {
    const { id: assessmentId } = await startedAssessment(engagement)
    await complete(engagement, assessmentId)
    const { missing } = await engagement.call('impact.answerTriage', { assessmentId, question: 'fundamental-rights', value: true })
    const parts = ['processes', 'period', 'affectedGroups', 'oversight', 'complaints', 'notification']
    expect(missing.map(({ field }) => field)).toEqual(parts)
    expect(new Set(missing.map(({ step }) => step))).toEqual(new Set(['rights']))
    await engagement.call('impact.update', { assessmentId, fields: Object.fromEntries(parts.map((part) => [part, 'x'])) })
    expect(await sentences(assessmentId)).toEqual([])
  })

  it('is measures, where the decision is to proceed with them', async () => {
    const { id: assessmentId } = await startedAssessment(engagement)
    const { measures, impacts } = await complete(engagement, assessmentId)
    await engagement.call('impact.removeMeasure', { id: measures[0]?.id ?? '' })
    await engagement.call('impact.updateImpact', { id: impacts[1]?.id ?? '', fields: { severity: 2 } })
    expect(await sentences(assessmentId)).toEqual([])
    await engagement.call('impact.update', { assessmentId, fields: { decision: 'proceed-with-measures' } })
    expect((await get(assessmentId)).missing).toMatchObject([{ step: 'measures' }])
  })
})

describe('the parts', () => {
  it('are added, changed and removed with levels by rule, and each step is undone by itself', async () => {
    const { id: assessmentId } = await startedAssessment(engagement)
    const { impacts } = await engagement.call('impact.addImpact', {
      assessmentId,
      fields: { kind: 'harm', dimension: 'privacy', subject: 'society', severity: 3, reach: 5, reversibility: 2, likelihood: 4 },
    })
    const [harm] = impacts
    if (!harm) throw new Error('no harm')
    expect(harm).toMatchObject({ consequence: 4, level: 16, residualLevel: null, who: '' })
    const after = await engagement.call('impact.updateImpact', { id: harm.id, fields: { residualSeverity: 1, residualLikelihood: 2 } })
    expect(after.impacts).toMatchObject([{ residualConsequence: 2, residualLevel: 4 }])
    const measured = await engagement.call('impact.addMeasure', { assessmentId, fields: { impactId: harm.id, controlCode: 'A.7.4' } })
    expect(measured.measures).toMatchObject([{ impactId: harm.id, status: 'planned', controlCode: 'A.7.4' }])
    const failed = await engagement.call('impact.addFailureMode', { assessmentId, fields: { cause: 'Drift' } })
    const mode = failed.failureModes[0]?.id ?? ''
    expect(
      (await engagement.call('impact.updateFailureMode', { id: mode, fields: { effect: 'Late letters' } })).failureModes,
    ).toMatchObject([{ cause: 'Drift', effect: 'Late letters' }])
    expect((await engagement.call('impact.removeFailureMode', { id: mode })).failureModes).toEqual([])
    // Its measures go with a harm, and come back with it.
    expect(await engagement.call('impact.removeImpact', { id: harm.id })).toMatchObject({ impacts: [], measures: [] })
    await engagement.undo()
    expect(await get(assessmentId)).toMatchObject({ impacts: [{ id: harm.id, level: 16 }], measures: [{ impactId: harm.id }] })
    await engagement.undo()
    expect((await get(assessmentId)).failureModes).toMatchObject([{ id: mode, effect: 'Late letters' }])
    await engagement.reopen()
    expect(await get(assessmentId)).toMatchObject({ impacts: [{ id: harm.id }], failureModes: [{ id: mode }] })
  })

  it('may go through a control of the client', async () => {
    const { id: assessmentId } = await startedAssessment(engagement)
    await engagement.call('soa.addControl', { code: 'MM.1', title: 'Own' })
    const { measures } = await engagement.call('impact.addMeasure', { assessmentId, fields: { controlCode: 'MM.1' } })
    expect(measures).toMatchObject([{ controlCode: 'MM.1' }])
  })
})

describe('the list', () => {
  it('says of each assessment what is in it, by the name of its system', async () => {
    const second = await startedAssessment(engagement, 'zeta')
    const first = await startedAssessment(engagement, 'Alpha')
    await complete(engagement, first.id)
    expect(await engagement.call('impact.list', {})).toEqual([
      {
        id: first.id,
        title: first.title,
        systemId: first.systemId,
        systemName: 'Alpha',
        state: 'draft',
        triage: 'full',
        decision: 'proceed',
        harms: 1,
        benefits: 1,
        level: 12,
        residualLevel: 4,
        openMeasures: 1,
        reviewDate: completeTexts.reviewDate,
        latestVersion: null,
      },
      expect.objectContaining({ id: second.id, systemName: 'zeta', state: 'triage', harms: 0, level: null, openMeasures: 0 }),
    ])
  })
})

describe('bad input is refused with a sentence, and nothing is written', () => {
  it.each([
    [
      'an unknown dimension',
      'impact.addImpact',
      (id: string) => ({ assessmentId: id, fields: { kind: 'harm', dimension: 'luck', subject: 'groups' } }),
      'invalid-input',
    ],
    [
      'a rating of 6',
      'impact.addImpact',
      (id: string) => ({ assessmentId: id, fields: { kind: 'harm', dimension: 'fairness', subject: 'groups', severity: 6 } }),
      'invalid-input',
    ],
    [
      'a rating of 0',
      'impact.addImpact',
      (id: string) => ({ assessmentId: id, fields: { kind: 'harm', dimension: 'fairness', subject: 'groups', reach: 0 } }),
      'invalid-input',
    ],
    [
      'half a rating',
      'impact.addImpact',
      (id: string) => ({ assessmentId: id, fields: { kind: 'harm', dimension: 'fairness', subject: 'groups', likelihood: 2.5 } }),
      'invalid-input',
    ],
    [
      'an unknown assessment',
      'impact.addImpact',
      () => ({ assessmentId: nowhere, fields: { kind: 'harm', dimension: 'fairness', subject: 'groups' } }),
      'not-found',
    ],
    [
      'an unknown subject',
      'impact.addImpact',
      (id: string) => ({ assessmentId: id, fields: { kind: 'harm', dimension: 'fairness', subject: 'planets' } }),
      'invalid-input',
    ],
    ['an unknown harm', 'impact.updateImpact', () => ({ id: nowhere, fields: { who: 'x' } }), 'not-found'],
    ['an unknown harm to remove', 'impact.removeImpact', () => ({ id: nowhere }), 'not-found'],
    ['an unknown control', 'impact.addMeasure', (id: string) => ({ assessmentId: id, fields: { controlCode: 'A.99' } }), 'invalid-input'],
    [
      'a measure for an unknown harm',
      'impact.addMeasure',
      (id: string) => ({ assessmentId: id, fields: { impactId: nowhere } }),
      'not-found',
    ],
    ['an unknown measure', 'impact.updateMeasure', () => ({ id: nowhere, fields: { owner: 'x' } }), 'not-found'],
    ['an unknown failure mode', 'impact.updateFailureMode', () => ({ id: nowhere, fields: { cause: 'x' } }), 'not-found'],
    [
      'an unknown question',
      'impact.answerTriage',
      (id: string) => ({ assessmentId: id, question: 'weather', value: true }),
      'invalid-input',
    ],
    ['an unknown trigger', 'impact.update', (id: string) => ({ assessmentId: id, fields: { triggers: ['full-moon'] } }), 'invalid-input'],
    ['a date that is none', 'impact.update', (id: string) => ({ assessmentId: id, fields: { reviewDate: '2027-02-30' } }), 'invalid-input'],
    ['an empty title', 'impact.update', (id: string) => ({ assessmentId: id, fields: { title: '' } }), 'invalid-input'],
    ['an id that is none', 'impact.get', () => ({ assessmentId: 'one' }), 'invalid-input'],
    ['an assessment that is not there', 'impact.get', () => ({ assessmentId: nowhere }), 'not-found'],
  ] as const)('%s', async (_name, procedure, input, code) => {
    const { id } = await startedAssessment(engagement)
    const changes = await engagement.changes()
    expect((await engagement.refusal(procedure, input(id))).code).toBe(code)
    expect(await engagement.changes()).toBe(changes)
  })

  it('a measure for a harm of another assessment', async () => {
    const own = await startedAssessment(engagement, 'One')
    const other = await startedAssessment(engagement, 'Two')
    const { impacts } = await engagement.call('impact.addImpact', {
      assessmentId: other.id,
      fields: { kind: 'harm', dimension: 'fairness', subject: 'groups' },
    })
    const input = { assessmentId: own.id, fields: { impactId: impacts[0]?.id } }
    expect((await engagement.refusal('impact.addMeasure', input)).code).toBe('invalid-input')
  })
})
