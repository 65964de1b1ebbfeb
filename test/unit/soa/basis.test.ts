import { afterEach, describe, expect, it } from 'vitest'
import { duties } from '../../../src-main/catalog/duties.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { database } from '../../../src-main/engagement/database.ts'
import { type EngagementInFolder, moment } from '../engagement-in-folder.ts'
import { dutyOf, linkedEngagement } from '../trace/linked-engagement.ts'

let engagement: EngagementInFolder
afterEach(() => engagement.remove())

const basisOf = async (code: string) => (await engagement.call('soa.basis', { code }))[0]
const decisionOf = (code: string) => engagement.call('soa.decide', { code, fields: {} })

describe('what calls for a control', () => {
  it('is nothing in a new engagement, and an unknown code has nothing either', async () => {
    ;({ engagement } = await linkedEngagement(() => 'nothing'))
    expect(await engagement.call('soa.basis', {})).toEqual([])
    const nothing = { risks: [], assessments: [], duties: [], systems: [], moreSystems: 0, findings: [] }
    expect(await basisOf('A.2.2')).toEqual({ code: 'A.2.2', ...nothing })
    expect((await decisionOf('A.2.2')).basis).toEqual({ risks: [], assessments: [], duties: [], systems: [], moreSystems: 0 })
  })

  it('are risks by reference with their level against the acceptance line, open ones alone, and their systems', async () => {
    const { engagement: made, ids } = await linkedEngagement((rows) => {
      const chat = rows.system('Chat')
      return {
        chat,
        high: rows.risk('R-002', { controls: ['A.6.2.4'], systems: [chat], currentLikelihood: 5, currentConsequence: 5 }),
        low: rows.risk('R-001', { controls: ['A.6.2.4'], currentLikelihood: 1, currentConsequence: 1 }),
        open: rows.risk('R-003', { controls: ['A.6.2.4', 'A.2.2'] }),
        closed: rows.risk('R-004', { controls: ['A.6.2.4'], systems: [rows.system('Other')], state: 'closed' }),
      }
    })
    engagement = made
    const basis = await basisOf('A.6.2.4')
    expect(basis?.risks.map(({ id, reference, level }) => [id, reference, level])).toEqual([
      [ids.low, 'R-001', 'low'],
      [ids.high, 'R-002', 'high'],
      [ids.open, 'R-003', 'open'],
    ])
    expect(basis?.systems).toEqual([{ id: ids.chat, name: 'Chat' }])
    expect((await basisOf('A.2.2'))?.risks).toHaveLength(1)
    expect((await decisionOf('A.6.2.4')).basis.risks).toEqual(['R-001 Risk R-001', 'R-002 Risk R-002', 'R-003 Risk R-003'])
  })

  it('are impact assessments through a measure or through a harm that became a risk; a measure stands for both', async () => {
    const { engagement: made, ids } = await linkedEngagement((rows) => {
      const [chat, scan] = [rows.system('Chat'), rows.system('Scan')]
      const measured = rows.assessment('Measured', chat, ['A.8.2'])
      const harmful = rows.assessment('Harmful', scan)
      rows.risk('R-001', { controls: ['A.8.2'], origin: 'impact', originId: harmful.harm })
      rows.risk('R-002', { controls: ['A.8.2'], origin: 'impact', originId: measured.harm })
      return { measured: measured.id, harmful: harmful.id, chat, scan }
    })
    engagement = made
    const basis = await basisOf('A.8.2')
    expect(basis?.assessments).toEqual([
      { id: ids.measured, title: 'Measured', byMeasure: true },
      { id: ids.harmful, title: 'Harmful', byMeasure: false },
    ])
    expect(basis?.systems.map(({ id }) => id)).toEqual([ids.chat, ids.scan])
  })

  it('are duties of classified systems whose content names the control, with the systems that they bind', async () => {
    const duty = dutyOf('A.5.4')
    const { engagement: made, ids } = await linkedEngagement((rows) => [
      rows.system('Screening', { riskClass: 'high-risk', duties: [duty.id] }),
      rows.system('Assistant', { riskClass: 'minimal', duties: [duty.id, 'a duty of an older list'] }),
      rows.system('Free', { riskClass: 'minimal' }),
    ])
    engagement = made
    expect((await basisOf('A.5.4'))?.duties).toEqual([
      {
        id: duty.id,
        title: duty.title,
        articles: duty.articles,
        systems: expect.arrayContaining([
          { id: ids[0], name: 'Screening' },
          { id: ids[1], name: 'Assistant' },
        ]),
        moreSystems: 0,
      },
    ])
    const named = loadCatalog().controls.filter(({ id }) => duty.controls.includes(id)).length
    expect((await engagement.call('soa.basis', {})).filter(({ duties: of }) => of.length > 0)).toHaveLength(named)
  })

  it('are gaps of the newest round: its own and those of its clauses', async () => {
    ;({ engagement } = await linkedEngagement(() => 'nothing'))
    const [round] = await engagement.call('gap.rounds', {})
    const judge = (itemId: string, conformity: 'partly' | 'conforms') =>
      engagement.call('gap.judge', { roundId: round?.id ?? '', itemId, fields: { conformity } })
    const control = loadCatalog().controls.find(({ id }) => id === 'A.5.2')
    const requirement = loadCatalog().requirements.find(({ clause }) => clause === control?.relatedClauses[0])
    await judge('A.5.2', 'partly')
    await judge(requirement?.id ?? '', 'partly')
    await judge('A.5.3', 'conforms')
    expect((await basisOf('A.5.2'))?.findings.map(({ itemId }) => itemId)).toEqual(['A.5.2', requirement?.id])
    expect((await basisOf('A.5.3'))?.findings.map(({ itemId }) => itemId)).not.toContain('A.5.3')
    // What a round says is no part of what is approved.
    expect((await decisionOf('A.5.2')).basis.risks).toEqual([])
    await engagement.call('gap.startRound', { name: 'Next', kind: 'follow-up' })
    expect((await basisOf('A.5.2'))?.findings).toEqual([])
  })

  it('follows each change at once, and each undo', async () => {
    const { engagement: made, ids } = await linkedEngagement((rows) => rows.risk('R-001', { controls: ['A.2.2'] }))
    engagement = made
    await engagement.call('risk.setControls', { id: ids, codes: ['A.2.3'] })
    expect((await basisOf('A.2.2'))?.risks).toEqual([])
    expect((await basisOf('A.2.3'))?.risks).toHaveLength(1)
    await engagement.undo()
    expect((await basisOf('A.2.2'))?.risks).toHaveLength(1)
    await engagement.call('risk.update', { id: ids, fields: { state: 'closed' } })
    expect((await basisOf('A.2.2'))?.risks).toEqual([])
  })

  it('of 5,000 systems and 3,000 risks names the first systems and counts the others', async () => {
    const codes = loadCatalog().controls.map(({ id }) => id)
    const ofDuties = [...duties().keys()].sort()
    ;({ engagement } = await linkedEngagement((rows) => {
      const systems = Array.from({ length: 5000 }, (_, index) =>
        rows.system(`System ${String(index).padStart(4, '0')}`, {
          riskClass: 'high-risk',
          duties: ofDuties.slice(index % 7, (index % 7) + 12),
        }),
      )
      for (let index = 0; index < 3000; index += 1) {
        const [first, second] = [codes[index % 38] ?? '', codes[(index + 7) % 38] ?? '']
        rows.risk(`R-${index}`, { systems: systems.slice(index, index + 2), controls: [first, second] })
      }
    }))
    const basis = await basisOf('A.5.4')
    expect(basis?.systems).toHaveLength(12)
    expect((basis?.systems.length ?? 0) + (basis?.moreSystems ?? 0)).toBeLessThanOrEqual(5000)
    expect(basis?.risks.length).toBeGreaterThan(100)
  })
})

describe('an approved version', () => {
  const approve = () => engagement.call('soa.approve', { approver: 'Managing Director', approvedOn: '2026-12-01', note: '' })

  it('keeps what called for each control, and the difference says what came and what went', async () => {
    const { engagement: made, ids } = await linkedEngagement((rows) => [
      rows.risk('R-001', { controls: ['A.2.2'] }),
      rows.risk('R-002', { controls: ['A.2.2'] }),
    ])
    engagement = made
    const codes = (await engagement.call('soa.decisions', {})).map(({ code }) => code)
    await engagement.call('soa.decideMany', { codes, fields: { applicability: 'applicable' } })
    await approve()
    await engagement.call('risk.setControls', { id: ids[0] ?? '', codes: ['A.2.3'] })
    await engagement.reopen()
    const frozen = await engagement.call('soa.version', { number: 1 })
    expect(frozen.find(({ code }) => code === 'A.2.2')?.basis?.risks).toEqual(['R-001 Risk R-001', 'R-002 Risk R-002'])
    expect((await engagement.call('soa.difference', { from: 1, to: 0 })).changed.map(({ code, fields }) => [code, fields])).toEqual([
      ['A.2.2', [{ field: 'basisRisks', old: 'R-001 Risk R-001', new: '' }]],
      ['A.2.3', [{ field: 'basisRisks', old: '', new: 'R-001 Risk R-001' }]],
    ])
    expect((await engagement.call('soa.lint', {})).find(({ rule }) => rule === 'changed-since-approval')?.sentence).toMatch(/^2 rows/)
  })

  it('from before the trace was kept says so with null, and is not different for it', async () => {
    ;({ engagement } = await linkedEngagement((rows) => rows.risk('R-001', { controls: ['A.2.2'] })))
    const codes = (await engagement.call('soa.decisions', {})).map(({ code }) => code)
    await engagement.call('soa.decideMany', { codes, fields: { applicability: 'applicable' } })
    const old = (await engagement.call('soa.version', { number: 0 })).map(({ basis: _, ...row }) => row)
    await engagement.fill((file) => file.run(versionWith(JSON.stringify(old))))
    expect((await engagement.call('soa.version', { number: 1 })).map(({ basis }) => basis)).toEqual(codes.map(() => null))
    expect((await engagement.call('soa.difference', { from: 1, to: 0 })).changed).toEqual([])
  })
})

const versionWith = (content: string) =>
  database.insertInto('soaVersion').values({
    id: '01993b5e-0000-7000-8000-000000000001',
    number: 1,
    approvedOn: '2026-01-01',
    approver: 'Managing Director',
    note: '',
    createdAt: moment,
    content,
  })
