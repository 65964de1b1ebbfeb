import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { TraceItem, TraceKind } from '../../../src-main/contract/trace.ts'
import { database } from '../../../src-main/engagement/database.ts'
import { freeze } from '../../../src-main/impact/versions.ts'
import { text } from '../../../src-main/language/text.ts'
import { type EngagementInFolder, moment } from '../engagement-in-folder.ts'
import { dutyOf, linkedEngagement, type Rows } from './linked-engagement.ts'

let engagement: EngagementInFolder
afterEach(() => engagement.remove())

const around = (kind: TraceKind, id: string, depth = 2) => engagement.call('trace.around', { kind, id, depth })
type Around = OutputOf<'trace.around'>

const keyOf = ({ kind, id }: TraceItem) => `${kind} ${id}`
const keysAt = ({ nodes }: Around, distance: number) =>
  nodes
    .filter((node) => node.distance === distance)
    .map(keyOf)
    .sort()
const linksOf = ({ links }: Around) => links.map(({ from, to }) => `${keyOf(from)} - ${keyOf(to)}`).sort()

describe('the trace around an item', () => {
  const duty = dutyOf('A.5.4')
  const start = () =>
    linkedEngagement((rows) => {
      const screening = rows.system('Screening', { riskClass: 'high-risk', duties: [duty.id] })
      const assessment = rows.assessment('Assessment', screening, ['A.8.2'])
      const risk = rows.risk('R-001', {
        systems: [screening],
        controls: ['A.8.2', 'A.3.3'],
        origin: 'impact',
        originId: assessment.harm,
        currentLikelihood: 5,
        currentConsequence: 5,
      })
      return { screening, assessment: assessment.id, risk }
    })

  it('goes from a control over its risks to their systems and on, and does not turn to the other controls of a risk', async () => {
    const { engagement: made, ids } = await start()
    engagement = made
    const trace = await around('control', 'A.8.2')
    expect(keysAt(trace, 0)).toEqual(['control A.8.2'])
    expect(keysAt(trace, 1)).toEqual(expect.arrayContaining([`assessment ${ids.assessment}`, `risk ${ids.risk}`]))
    expect(keysAt(trace, 2)).toContain(`system ${ids.screening}`)
    expect(trace.nodes.map(keyOf)).not.toContain('control A.3.3')
    expect(linksOf(trace)).toEqual(
      expect.arrayContaining([
        `risk ${ids.risk} - control A.8.2`,
        `assessment ${ids.assessment} - control A.8.2`,
        `assessment ${ids.assessment} - risk ${ids.risk}`,
        `system ${ids.screening} - risk ${ids.risk}`,
        `system ${ids.screening} - assessment ${ids.assessment}`,
      ]),
    )
    expect(trace.links.every(({ why }) => why.length > 3 && !why.includes('trace:'))).toBe(true)
  })

  it('says where an impact assessment stands: approved, changed since, overdue for review', async () => {
    const { engagement: made, ids } = await linkedEngagement((rows) => {
      const approved = (title: string, reviewDate: string | null) => {
        const { id } = rows.assessment(title, rows.system(title))
        rows.file.run(database.updateTable('impactAssessment').set({ triage: 'full', reviewDate }).where('id', '=', id))
        freeze(rows.file, id, { number: 1, approvedOn: '2025-01-01', approver: 'Board', note: '', createdAt: moment })
        return id
      }
      return { approved: approved('a', null), changed: approved('b', null), overdue: approved('c', '2025-06-01') }
    })
    engagement = made
    await engagement.call('impact.update', { assessmentId: ids.changed, fields: { scope: 'Another region' } })
    const stateOf = async (id: string) => (await around('assessment', id, 1)).nodes.find((node) => node.id === id)
    expect(await stateOf(ids.approved)).toMatchObject({ state: 'Approved', tone: 'good' })
    expect(await stateOf(ids.changed)).toMatchObject({ state: text('impact:state.changed'), tone: 'fair' })
    expect(await stateOf(ids.overdue)).toMatchObject({ state: text('impact:state.overdue'), tone: 'poor' })
  })

  it('goes both ways from a risk, and as far as is asked', async () => {
    const { engagement: made, ids } = await start()
    engagement = made
    const near = await around('risk', ids.risk, 1)
    expect(keysAt(near, 1)).toEqual([`assessment ${ids.assessment}`, 'control A.3.3', 'control A.8.2', `system ${ids.screening}`].sort())
    expect(keysAt(near, 2)).toEqual([])
    const far = await around('risk', ids.risk, 2)
    expect(keysAt(far, 2)).toContain(`duty ${duty.id}`)
    expect(keysAt(far, 2).some((key) => key.startsWith('requirement '))).toBe(true)
  })

  it('says the state of each item in words', async () => {
    const { engagement: made, ids } = await start()
    engagement = made
    await engagement.call('soa.decide', { code: 'A.8.2', fields: { applicability: 'excluded' } })
    const trace = await around('risk', ids.risk)
    const states = new Map(trace.nodes.map((node) => [keyOf(node), [node.code, node.state, node.tone]]))
    expect(states.get(`risk ${ids.risk}`)).toEqual(['R-001', 'High risk', 'poor'])
    expect(states.get(`system ${ids.screening}`)).toEqual(['', 'High risk', 'fair'])
    expect(states.get(`assessment ${ids.assessment}`)).toEqual(['', 'In triage', 'fair'])
    expect(states.get('control A.8.2')).toEqual(['A.8.2', 'Excluded', 'neutral'])
    expect(states.get('control A.3.3')).toEqual(['A.3.3', 'Undecided', 'fair'])
    expect(states.get(`duty ${duty.id}`)).toEqual([duty.articles.join(', '), 'Binds for 1 system', 'info'])
  })

  it('shows a finding with its control or clause and the risk that began with it; a requirement is traced by its clause', async () => {
    const { engagement: made, ids } = await linkedEngagement((rows) =>
      rows.risk('R-001', { origin: 'finding', originId: '6.1.4-1', controls: ['A.5.2'] }),
    )
    engagement = made
    const [round] = await engagement.call('gap.rounds', {})
    for (const itemId of ['6.1.4-1', 'A.5.2'])
      await engagement.call('gap.judge', { roundId: round?.id ?? '', itemId, fields: { conformity: 'does-not-conform' } })
    expect(keysAt(await around('finding', '6.1.4-1'), 1)).toEqual(['requirement 6.1.4', `risk ${ids}`])
    expect(keysAt(await around('finding', 'A.5.2'), 1)).toEqual(['control A.5.2'])
    const clause = await around('requirement', '6.1.4-1')
    expect(clause.nodes[0]).toMatchObject({ kind: 'requirement', id: '6.1.4', state: 'Does not conform', tone: 'poor' })
    expect(keysAt(clause, 1)).toEqual(expect.arrayContaining(['control A.5.2', 'finding 6.1.4-1']))
    await engagement.call('gap.judge', { roundId: round?.id ?? '', itemId: 'A.5.2', fields: { conformity: 'conforms' } })
    expect((await engagement.refusal('trace.around', { kind: 'finding', id: 'A.5.2' })).code).toBe('not-found')
  })

  it('cuts what is too much to take in, keeps what is most urgent, and says how much is left out', async () => {
    ;({ engagement } = await linkedEngagement((rows) => {
      for (let number = 0; number < 40; number += 1)
        rows.risk(`R-${number}`, { controls: ['A.8.2'], ...(number === 39 ? { currentLikelihood: 5, currentConsequence: 5 } : {}) })
    }))
    const trace = await around('control', 'A.8.2')
    const risks = trace.nodes.filter(({ kind }) => kind === 'risk')
    expect(risks[0]).toMatchObject({ code: 'R-39', tone: 'poor' })
    expect(trace.leftOut).toEqual([{ kind: 'risk', count: 40 - risks.length }])
    expect(risks.length).toBeGreaterThan(5)
  })

  it('counts what is left out where there are thousands', async () => {
    ;({ engagement } = await linkedEngagement((rows) => {
      for (let number = 0; number < 1200; number += 1) rows.system(`System ${number}`, { riskClass: 'high-risk', duties: [duty.id] })
    }))
    const trace = await around('duty', duty.id)
    const shown = trace.nodes.filter(({ kind }) => kind === 'system').length
    expect(trace.leftOut).toContainEqual({ kind: 'system', count: 1200 - shown })
  })

  it.each([
    ['control', 'A.99'],
    ['risk', '01993b5e-0000-7000-8000-000000000000'],
    ['duty', 'no such duty'],
    ['requirement', '99.9'],
  ])('of a %s that is not there is refused', async (kind, id) => {
    ;({ engagement } = await linkedEngagement(() => 'nothing'))
    expect((await engagement.refusal('trace.around', { kind, id })).code).toBe('not-found')
    expect((await engagement.refusal('trace.around', { kind: 'dream', id })).code).toBe('invalid-input')
    expect((await engagement.refusal('trace.around', { kind, id, depth: 9 })).code).toBe('invalid-input')
  })
})

describe('every link', () => {
  const codes = loadCatalog().controls.map(({ id }) => id)
  const some = fc.nat({ max: 3 })
  const plan = fc.record({
    systems: fc.array(fc.constantFrom('A.5.4', 'A.8.2', 'A.6.2.4'), { minLength: 1, maxLength: 4 }),
    assessments: fc.array(fc.record({ system: some, control: fc.constantFrom(...codes) }), { maxLength: 3 }),
    risks: fc.array(
      fc.record({
        systems: fc.uniqueArray(some, { maxLength: 2 }),
        controls: fc.uniqueArray(fc.constantFrom(...codes.slice(0, 6)), { maxLength: 3 }),
        harm: fc.option(some, { nil: undefined }),
        isClosed: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    findings: fc.uniqueArray(fc.constantFrom(...codes.slice(0, 6), '6.1.4-1', '8.4-1'), { maxLength: 3 }),
  })
  type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never

  function write(rows: Rows, { systems, assessments, risks }: Plan): void {
    const systemIds = systems.map((code, index) => rows.system(`System ${index}`, { riskClass: 'high-risk', duties: [dutyOf(code).id] }))
    const systemAt = (place: number) => systemIds[place % systemIds.length] ?? ''
    const made = assessments.map(({ system, control }, index) => rows.assessment(`Assessment ${index}`, systemAt(system), [control]))
    for (const [index, { systems: places, controls, harm, isClosed }] of risks.entries()) {
      const origin = harm === undefined ? undefined : made[harm % Math.max(1, made.length)]
      rows.risk(`R-${index}`, {
        systems: [...new Set(places.map(systemAt))],
        controls,
        state: isClosed ? 'closed' : 'open',
        ...(origin ? { origin: 'impact', originId: origin.harm } : {}),
      })
    }
  }

  it('that is shown from one end is shown from the other, or counted among what is left out', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const { engagement: made } = await linkedEngagement((rows) => write(rows, given))
        engagement = made
        const [round] = await engagement.call('gap.rounds', {})
        for (const itemId of given.findings)
          await engagement.call('gap.judge', { roundId: round?.id ?? '', itemId, fields: { conformity: 'partly' } })
        const risks = (await engagement.call('risk.list', {})).map(({ id }): TraceItem => ({ kind: 'risk', id }))
        const systems = (await engagement.call('inventory.systems', {})).map(({ id }): TraceItem => ({ kind: 'system', id }))
        const controls = codes.slice(0, 6).map((id): TraceItem => ({ kind: 'control', id }))
        const traces = new Map<string, Around>()
        const traceOf = async ({ kind, id }: TraceItem) => {
          const known = traces.get(keyOf({ kind, id })) ?? (await around(kind, id))
          traces.set(keyOf({ kind, id }), known)
          return known
        }
        for (const item of [...risks, ...systems, ...controls]) {
          for (const { from, to } of (await traceOf(item)).links) {
            for (const [one, other] of [
              [from, to],
              [to, from],
            ] as const) {
              const trace = await traceOf(one)
              const isShown = linksOf(trace).includes(`${keyOf(from)} - ${keyOf(to)}`)
              const isCounted = trace.leftOut.some(({ kind }) => kind === other.kind)
              expect(isShown || isCounted, `${keyOf(from)} - ${keyOf(to)} around ${keyOf(one)}`).toBe(true)
            }
          }
        }
        await engagement.remove()
      }),
      { numRuns: 8 },
    )
  })
})
