import { expect, it } from 'vitest'
import { checkRoadmapContent } from '../../../src-main/catalog/check-roadmap-content.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { loadRoadmapContent } from '../../../src-main/catalog/roadmap-content.ts'
import type { RoadmapContent } from '../../../src-main/contract/roadmap.ts'

const content = loadRoadmapContent()
const check = (changed: RoadmapContent) => checkRoadmapContent(changed, loadCatalog())
const withFirst = (change: (phase: RoadmapContent['phases'][number]) => RoadmapContent['phases'][number]): RoadmapContent => ({
  ...content,
  phases: content.phases.map((phase, index) => (index === 0 ? change(phase) : phase)),
})

it('is whole: every clause and objective has one phase, tasks wait for what ends before, twelve months follow on', () => {
  expect(check(content)).toEqual([])
  expect(content.phases.at(-1)?.lastMonth).toBe(12)
})

it('holds the steps that a certification needs', () => {
  const milestones = content.phases.flatMap(({ tasks }) => tasks.filter(({ kind }) => kind === 'milestone').map(({ id }) => id))
  expect(milestones).toEqual(
    expect.arrayContaining(['scope-approved', 'policy-approved', 'soa-approved', 'review-held', 'stage-1', 'stage-2']),
  )
})

it('names a clause whose gaps no phase closes, and one that two close', () => {
  expect(check(withFirst((phase) => ({ ...phase, covers: phase.covers.filter((id) => id !== '4.3') })))).toContain(
    '4.3: no phase closes its gaps',
  )
  expect(check(withFirst((phase) => ({ ...phase, covers: [...phase.covers, 'A.6'] })))).toContain('A.6: two phases close its gaps')
})

it('names a task that begins before what it waits for has ended, and months that do not follow on', () => {
  expect(check(withFirst((phase) => ({ ...phase, tasks: phase.tasks.map((task) => ({ ...task, from: 0 })) }))).join()).toContain(
    'classify-systems: begins before list-systems ends',
  )
  expect(check(withFirst((phase) => ({ ...phase, lastMonth: 3 })))).toContain('design: its months do not follow on')
})
