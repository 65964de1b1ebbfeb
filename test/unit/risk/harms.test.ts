import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '../../../src-main/engagement/database.ts'
import { EngagementFile } from '../../../src-main/engagement/file.ts'
import { remove } from '../../../src-main/impact/assessments.ts'
import { removeImpact } from '../../../src-main/impact/parts.ts'
import { addRisks, findSeeds } from '../../../src-main/risk/changes.ts'
import { readRisk } from '../../../src-main/risk/risks.ts'
import { listSeeds } from '../../../src-main/risk/seeds.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

const ids = { system: 1, assessment: 2, harm: 3, benefit: 4, measure: 5, other: 6 }
const id = (name: keyof typeof ids) => `019aa111-0000-7000-8000-00000000000${ids[name]}`
const createdAt = '2026-11-24T10:00:00.000Z'

let engagement: EngagementInFolder
let file: EngagementFile
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  await engagement.call('engagement.close', {})
  file = EngagementFile.open(engagement.at('a.aims'), () => 'Consultant')
  file.write('an assessment', () => {
    file.run(database.insertInto('aiSystem').values({ id: id('system'), name: 'Chat', createdAt }))
    file.run(database.insertInto('impactAssessment').values({ id: id('assessment'), systemId: id('system'), title: 'Chat', createdAt }))
    const impact = { assessmentId: id('assessment'), dimension: 'privacy', subject: 'individuals' as const, createdAt }
    const description = 'Data of others is shown. It may be health data.'
    file.run(database.insertInto('impact').values({ ...impact, id: id('harm'), kind: 'harm', who: 'Customers', description }))
    file.run(database.insertInto('impact').values({ ...impact, id: id('benefit'), kind: 'benefit', description: 'Faster answers' }))
    const measure = { assessmentId: id('assessment'), impactId: id('harm'), owner: 'Head of Data', createdAt }
    file.run(database.insertInto('impactMeasure').values({ ...measure, id: id('measure'), description: 'Filter', controlCode: 'A.6.2.4' }))
    file.run(database.insertInto('impactMeasure').values({ ...measure, id: id('other'), description: 'Test', controlCode: 'C-99' }))
  })
})
afterEach(async () => {
  file.close()
  await engagement.remove()
})

it('a harm of an impact assessment gives its words, system, objective, measures and those controls that the SoA knows', () => {
  expect(listSeeds(file, 'impact')).toEqual([
    { origin: 'impact', originId: id('harm'), title: 'Data of others is shown', about: 'Chat: Customers', used: 0 },
  ])
  const [seed] = findSeeds(file, [{ origin: 'impact', originId: id('harm') }])
  const [added = ''] = addRisks(file, [{ seed }], [id('system')], new Date(createdAt))
  expect(readRisk(file, added, '2026-11-24')).toMatchObject({
    title: 'Data of others is shown',
    consequence: 'Data of others is shown. It may be health data.',
    objectives: ['C.2.7'],
    treatmentPlan: 'Filter\nTest',
    treatmentOwner: 'Head of Data',
    systems: [{ id: id('system'), name: 'Chat' }],
    controls: [{ code: 'A.6.2.4', title: 'AI system verification and validation' }],
    origin: 'impact',
    originTitle: 'Data of others is shown',
    originAssessmentId: id('assessment'),
  })
  expect(listSeeds(file, 'impact')).toMatchObject([{ used: 1 }])
})

it('a harm that is removed is named no more by the risk that began with it, alone or with its assessment', () => {
  const assessment = id('assessment')
  for (const removal of [() => removeImpact(file, id('harm')), () => remove(file, assessment)]) {
    const [added = ''] = addRisks(
      file,
      [{ seed: findSeeds(file, [{ origin: 'impact', originId: id('harm') }])[0] }],
      [],
      new Date(createdAt),
    )
    removal()
    expect(readRisk(file, added, '2026-11-24')).toMatchObject({
      origin: 'impact',
      originId: null,
      originTitle: '',
      originAssessmentId: null,
    })
    file.undo()
    expect(readRisk(file, added, '2026-11-24')).toMatchObject({ originId: id('harm'), originAssessmentId: assessment })
  }
})

it('a benefit is nothing to start a risk from, and a harm that is gone leaves the risk without a link', () => {
  expect(() => findSeeds(file, [{ origin: 'impact', originId: id('benefit') }])).toThrow('not-found')
  const [added = ''] = addRisks(file, [{ seed: findSeeds(file, [{ origin: 'impact', originId: id('harm') }])[0] }], [], new Date(createdAt))
  file.write('gone', () => {
    file.run(database.deleteFrom('impactMeasure'))
    file.run(database.deleteFrom('impact'))
  })
  expect(readRisk(file, added, '2026-11-24')).toMatchObject({ originTitle: '', originAssessmentId: null, title: 'Data of others is shown' })
})
