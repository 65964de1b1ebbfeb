import { afterAll, beforeAll, expect, it } from 'vitest'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
})
afterAll(() => engagement.remove())

it('has every statement written, most approved, some changed since, the audit programme a draft', async () => {
  const summaries = await engagement.call('statements.summaries', {})
  for (const { filled, sections, kind } of summaries) expect(filled, kind).toBe(sections)
  const of = (kind: string) => summaries.find((each) => each.kind === kind)
  expect(of('policy')).toMatchObject({ latestVersion: 1, isChanged: false, missing: 0 })
  expect(of('scope')).toMatchObject({ latestVersion: 1, isChanged: true, missing: 0 })
  expect(of('audit-programme')).toMatchObject({ latestVersion: null, missing: 3 })
})

it('has a RACI matrix in which a few activities are still to be settled', async () => {
  const { roles, activities } = await engagement.call('raci.matrix', {})
  expect(roles.length).toBeGreaterThanOrEqual(8)
  expect(activities.length).toBeGreaterThanOrEqual(20)
  expect(activities.filter(({ issues }) => issues.length > 0)).toHaveLength(3)
})

it('has people of whom some are overdue', async () => {
  const { people, courses, overdue, literate } = await engagement.call('training.summary', {})
  expect(people).toBeGreaterThanOrEqual(14)
  expect(courses).toBe(6)
  expect(overdue).toBeGreaterThanOrEqual(3)
  expect(literate).toBeLessThan(people)
})
