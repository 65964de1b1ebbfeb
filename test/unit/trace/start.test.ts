import { afterEach, expect, it } from 'vitest'
import type { TraceHole } from '../../../src-main/contract/trace.ts'
import type { EngagementInFolder } from '../engagement-in-folder.ts'
import { dutyOf, linkedEngagement } from './linked-engagement.ts'

let engagement: EngagementInFolder
afterEach(() => engagement.remove())

const start = () => engagement.call('trace.start', {})
const counts = async () => new Map((await start()).holes.map(({ hole, count }): [TraceHole, number] => [hole, count]))

it('of a new engagement has nothing that is linked, and no hole', async () => {
  ;({ engagement } = await linkedEngagement(() => 'nothing'))
  expect((await start()).controls).toEqual([])
  expect([...(await counts()).values()]).toEqual([0, 0, 0, 0, 0])
})

it('names the controls with the most links first: risks, measures, systems and duties count', async () => {
  const duty = dutyOf('A.5.4')
  ;({ engagement } = await linkedEngagement((rows) => {
    const chat = rows.system('Chat', { riskClass: 'high-risk', duties: [duty.id] })
    rows.assessment('Assessment', chat, ['A.5.4'])
    rows.risk('R-001', { controls: ['A.5.4', 'A.3.3'] })
    rows.risk('R-002', { controls: ['A.3.3'] })
    rows.risk('R-003', { controls: ['A.3.3'], state: 'closed' })
  }))
  const [first, second] = (await start()).controls
  expect(first).toMatchObject({ code: 'A.5.4', links: 3 })
  expect(second).toMatchObject({ code: 'A.3.3', links: 2 })
})

it('counts each hole, and names the first few', async () => {
  ;({ engagement } = await linkedEngagement((rows) => {
    const [chat, scan] = [rows.system('Chat'), rows.system('Scan', { riskClass: 'high-risk' })]
    rows.assessment('Assessment', rows.system('Screening', { riskClass: 'high-risk' }))
    for (let number = 0; number < 8; number += 1) rows.system(`Unknown ${number}`)
    rows.risk('R-001', { systems: [chat, scan], currentLikelihood: 5, currentConsequence: 5 })
    rows.risk('R-002', { currentLikelihood: 5, currentConsequence: 5, treatment: 'modify' })
    rows.risk('R-003', { currentLikelihood: 1, currentConsequence: 1, controls: ['A.2.2'] })
    rows.risk('R-004', { currentLikelihood: 5, currentConsequence: 5, state: 'closed' })
  }))
  expect(Object.fromEntries(await counts())).toEqual({
    'systems-unclassified': 9,
    'high-risk-without-assessment': 1,
    'risks-untreated': 1,
    'risks-unlinked': 1,
    'systems-without-anything': 8,
  })
  const holes = new Map((await start()).holes.map(({ hole, first }) => [hole, first.map(({ title }) => title)]))
  expect(holes.get('high-risk-without-assessment')).toEqual(['Scan'])
  expect(holes.get('risks-untreated')).toEqual(['R-001 Risk R-001'])
  expect(holes.get('risks-unlinked')).toEqual(['R-002 Risk R-002'])
  expect(holes.get('systems-without-anything')).toHaveLength(5)
})
