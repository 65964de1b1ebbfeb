import { expect, it } from 'vitest'
import { checkCrosswalk } from '../../../src-main/catalog/check-crosswalk.ts'
import { loadCrosswalk } from '../../../src-main/catalog/crosswalk.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { loadQuestionnaire } from '../../../src-main/catalog/questionnaire.ts'
import type { CrosswalkGuide } from '../../../src-main/contract/crosswalk.ts'

const faults = (guide: CrosswalkGuide) => checkCrosswalk(guide, loadCatalog(), loadQuestionnaire().duties).join('\n')

it('the crosswalks have no fault', () => {
  expect(faults(loadCrosswalk())).toBe('')
})

it('has as many subcategories in each function as NIST AI RMF 1.0', () => {
  const counts = Map.groupBy(loadCrosswalk().subcategories, ({ id }) => id.split(' ')[0])
  expect([...counts].map(([name, members]) => `${name} ${members.length}`)).toEqual(['GOVERN 19', 'MAP 18', 'MEASURE 22', 'MANAGE 13'])
})

it('names the Annex A controls of ISO/IEC 27001:2022 that there are', () => {
  const most: Record<string, number> = { '5': 37, '6': 8, '7': 14, '8': 34 }
  for (const { id, by } of loadCrosswalk().isms)
    for (const cited of by.filter((each) => each.startsWith('A.'))) {
      const [, theme = '', number = ''] = cited.split('.')
      expect(Number(number), `${id}: ${cited}`).toBeLessThanOrEqual(most[theme] ?? 0)
    }
})

const broken: [string, (guide: CrosswalkGuide) => void, string][] = [
  ['a control that is not there', (guide) => guide.articles[0]?.controls.push('A.99.1'), 'there is no A.99.1'],
  ['a clause that is left out', (guide) => guide.isms.splice(0, 1), '4.1: missing for ISO/IEC 27001'],
  ['a subcategory that is lost', (guide) => guide.subcategories.pop(), '72 subcategories, not 71'],
  ['an article that is used twice', (guide) => guide.articles.push(...guide.articles.slice(0, 1)), 'used twice'],
  ['an older number that leads nowhere', (guide) => guide.olderNumbers[0]?.now.push('Art. 999'), 'there is no Art. 999'],
  [
    'a duty without its article',
    (guide) =>
      guide.articles.splice(
        guide.articles.findIndex(({ id }) => id === 'Art. 73'),
        1,
      ),
    'incidents: no article',
  ],
]

it.each(broken)('%s is found', (_what, breaks, fault) => {
  const guide = structuredClone(loadCrosswalk())
  breaks(guide)
  expect(faults(guide)).toContain(fault)
})
