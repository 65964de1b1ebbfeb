import { expect, it, test } from 'vitest'
import { duties, excepted, type Given, listed, model, outcomeOf, plain, product, questions } from './scenarios.ts'

const annex3 = '2027-12-02'
const annex1 = '2028-08-02'
const provider = (given: Given): Given => ({ ...given, role: ['provider'] })
const as = (role: string, given: Given): Given => ({ ...given, role: [role] })

/** Each duty: the articles it cites, the day from which it applies, and answers that lead to it. */
const table: [string, string[], string, Given][] = [
  ['stop', ['Art. 5(1)'], '2025-02-02', { ...plain, practice: ['social-scoring'], 'social-scoring': ['unrelated'] }],
  [
    'stop-intimate-material',
    ['Art. 5(1)(ba)', 'Art. 5(1)(bb)', 'Art. 5(1a)'],
    '2026-12-02',
    { ...plain, practice: ['intimate-images'], 'intimate-images': ['unsafe'] },
  ],
  ['literacy', ['Art. 4'], '2025-02-02', plain],
  ['exception-documented', ['Art. 6(4)'], annex3, excepted],
  ['exception-registered', ['Art. 6(4)', 'Art. 49(2)'], annex3, excepted],
  ['sector-rules', ['Art. 2(2)', 'Art. 6(1)'], annex1, { ...product, product: ['machinery'], 'assessment-sector': ['required'] }],
  ['requirements', ['Art. 8', 'Art. 16(a)'], annex3, provider(listed)],
  ['risk-management', ['Art. 9'], annex3, provider(listed)],
  ['risk-management', ['Art. 9'], annex1, provider(product)],
  ['data-governance', ['Art. 10', 'Art. 4a'], annex3, provider(listed)],
  ['technical-documentation', ['Art. 11', 'Annex IV'], annex3, provider(listed)],
  ['event-logs', ['Art. 12'], annex3, provider(listed)],
  ['instructions', ['Art. 13'], annex3, provider(listed)],
  ['oversight-design', ['Art. 14'], annex3, provider(listed)],
  ['accuracy', ['Art. 15'], annex3, provider(listed)],
  ['identification', ['Art. 16(b)', 'Art. 16(l)'], annex3, provider(listed)],
  ['quality-management', ['Art. 17'], annex1, provider(product)],
  ['keep-documentation', ['Art. 18'], annex3, provider(listed)],
  ['keep-logs', ['Art. 19'], annex3, provider(listed)],
  ['corrective-action', ['Art. 20'], annex3, provider(listed)],
  ['cooperation', ['Art. 21'], annex3, provider(listed)],
  ['representative', ['Art. 22'], annex3, { ...provider(listed), union: ['third-country'] }],
  ['agreements', ['Art. 25(4)'], annex3, provider(listed)],
  ['conformity', ['Art. 43'], annex1, provider(product)],
  ['declaration', ['Art. 47', 'Annex V'], annex3, provider(listed)],
  ['ce-marking', ['Art. 48'], annex3, provider(listed)],
  ['registration', ['Art. 49(1)', 'Art. 49(5)'], annex3, provider(listed)],
  ['post-market-monitoring', ['Art. 72'], annex3, provider(listed)],
  ['incidents', ['Art. 73'], annex3, provider(listed)],
  ['provider-by-change', ['Art. 25(1)', 'Art. 25(2)'], annex3, { ...as('deployer', listed), change: ['purpose'] }],
  ['manufacturer', ['Art. 25(3)'], annex1, { ...as('product-manufacturer', product), brand: ['yes'] }],
  ['importer', ['Art. 23'], annex3, as('importer', listed)],
  ['distributor', ['Art. 24'], annex1, as('distributor', product)],
  ['use-as-instructed', ['Art. 26(1)'], annex3, as('deployer', listed)],
  ['oversight-people', ['Art. 26(2)'], annex3, as('deployer', listed)],
  ['input-data', ['Art. 26(4)'], annex1, as('deployer', product)],
  ['use-monitoring', ['Art. 26(5)'], annex3, as('deployer', listed)],
  ['use-logs', ['Art. 26(6)'], annex3, as('deployer', listed)],
  ['inform-workers', ['Art. 26(7)'], annex3, { ...as('deployer', listed), workplace: ['yes'] }],
  ['public-registration', ['Art. 26(8)', 'Art. 49(3)'], annex3, { ...as('deployer', listed), 'deployer-kind': ['public'] }],
  ['data-protection', ['Art. 26(9)'], annex3, as('deployer', listed)],
  [
    'later-identification',
    ['Art. 26(10)'],
    annex3,
    {
      ...as('deployer', listed),
      area: ['biometrics', 'law-enforcement'],
      biometrics: ['identification'],
      'law-enforcement': ['none'],
    },
  ],
  ['inform-people', ['Art. 26(11)'], annex3, { ...as('deployer', listed), decisions: ['yes'] }],
  ['use-cooperation', ['Art. 26(12)'], annex3, as('deployer', listed)],
  ['rights-assessment', ['Art. 27'], annex3, as('deployer', listed)],
  ['explanation', ['Art. 86'], annex3, { ...as('deployer', listed), decisions: ['yes'] }],
  ['tell-interaction', ['Art. 50(1)', 'Art. 50(5)'], '2026-08-02', { ...plain, transparency: ['interaction'], interaction: ['none'] }],
  [
    'mark-content',
    ['Art. 50(2)', 'Art. 50(5)'],
    '2026-08-02',
    { ...plain, transparency: ['synthetic'], synthetic: ['none'], 'generator-before': ['no'] },
  ],
  [
    'mark-content',
    ['Art. 50(2)', 'Art. 50(5)'],
    '2026-12-02',
    { ...plain, transparency: ['synthetic'], synthetic: ['none'], 'generator-before': ['yes'] },
  ],
  ['tell-recognition', ['Art. 50(3)', 'Art. 50(5)'], '2026-08-02', { ...plain, transparency: ['emotion'], emotion: ['none'] }],
  ['disclose-deep-fake', ['Art. 50(4)', 'Art. 50(5)'], '2026-08-02', { ...plain, transparency: ['deep-fake'], 'deep-fake': ['art'] }],
  ['disclose-text', ['Art. 50(4)', 'Art. 50(5)'], '2026-08-02', { ...plain, transparency: ['public-text'], 'public-text': ['none'] }],
  ['model-documentation', ['Art. 53(1)(a)', 'Art. 53(1)(b)'], '2025-08-02', model],
  ['model-copyright', ['Art. 53(1)(c)'], '2027-08-02', { ...model, 'model-before': ['yes'] }],
  ['model-summary', ['Art. 53(1)(d)'], '2025-08-02', model],
  ['model-representative', ['Art. 54'], '2025-08-02', { ...model, union: ['third-country'] }],
  ['model-notification', ['Art. 52(1)'], '2025-08-02', { ...model, 'systemic-risk': ['compute'] }],
  ['model-systemic-risk', ['Art. 55'], '2025-08-02', { ...model, 'systemic-risk': ['designated'] }],
]

const dutyIds = (given: Given) => outcomeOf(given).duties.map(({ id }) => id)

test.each(table)('%s, citing %j, from %s', (id, articles, appliesFrom, given) => {
  const outcome = outcomeOf(given)
  expect(outcome.complete).toBe(true)
  expect(outcome.duties).toContainEqual(expect.objectContaining({ id, appliesFrom }))
  expect(duties.find((duty) => duty.id === id)?.articles).toEqual(articles)
})

it('reaches every duty, and every date that a duty can have', () => {
  expect(new Set(table.map(([id]) => id))).toEqual(new Set(duties.map(({ id }) => id)))
  const both = (id: string) => new Set(table.filter(([duty]) => duty === id).map(([, , date]) => date)).size
  expect([both('risk-management'), both('mark-content')]).toEqual([2, 2])
})

it('gives duties to the roles they bind, and to nobody else', () => {
  for (const [role, own, others] of [
    ['provider', 'risk-management', ['use-as-instructed', 'importer', 'distributor']],
    ['deployer', 'use-as-instructed', ['risk-management', 'importer', 'distributor']],
    ['importer', 'importer', ['risk-management', 'use-as-instructed', 'literacy']],
    ['distributor', 'distributor', ['risk-management', 'use-as-instructed', 'literacy']],
  ] as const) {
    const ids = dutyIds(as(role, listed))
    expect(ids, role).toContain(own)
    for (const other of others) expect(ids, role).not.toContain(other)
  }
})

test.each([
  ['deployer', 'name'],
  ['importer', 'modification'],
  ['distributor', 'purpose'],
])('a %s who changes the %s of a high-risk system has the duties of its provider (Art. 25(1))', (role, change) => {
  const outcome = outcomeOf({ ...as(role, listed), change: [change] })
  expect(outcome.roles).toContain('provider')
  expect(outcome.duties.map(({ id }) => id)).toEqual(expect.arrayContaining(['provider-by-change', 'risk-management', 'conformity']))
  expect(dutyIds(as(role, listed))).not.toContain('risk-management')
})

it('asks for the impact on rights in Annex III, point 5(b) and (c), and of public services, but never in point 2 (Art. 27)', () => {
  const with27 = (changes: Given) => dutyIds({ ...as('deployer', listed), ...changes }).includes('rights-assessment')
  expect(with27({ services: ['credit'] })).toBe(true)
  expect(with27({ services: ['emergency'] })).toBe(false)
  for (const kind of ['public', 'public-service']) {
    expect(with27({ services: ['emergency'], 'deployer-kind': [kind] })).toBe(true)
    expect(with27({ area: ['infrastructure'], infrastructure: ['safety'], 'deployer-kind': [kind] })).toBe(false)
  }
})

it('frees open models from documentation, though not from copyright and summary, and not with systemic risk (Art. 53(2))', () => {
  const open = dutyIds({ ...model, 'open-model': ['yes'] })
  expect(open).not.toContain('model-documentation')
  expect(open).toEqual(expect.arrayContaining(['model-copyright', 'model-summary']))
  expect(dutyIds({ ...model, 'open-model': ['yes'], 'systemic-risk': ['compute'] })).toContain('model-documentation')
})

it('asks every question, and takes every answer of it, on some way through', () => {
  const ways: Given[] = [
    ...table.map(([, , , given]) => given),
    ...questions.filter(({ section }) => section === 'prohibited').map(({ id }) => ({ ...plain, practice: [id] })),
    ...questions.filter(({ section }) => section === 'high-risk-use').map(({ id }) => ({ ...plain, area: [id] })),
    provider(plain),
  ]
  for (const { id, options } of questions) {
    const way = ways.find((given) => outcomeOf(given).asked.includes(id))
    expect(way, `${id} is asked`).toBeDefined()
    for (const option of options) {
      const { asked, steps } = outcomeOf({ ...way, [id]: [option.id] })
      expect(asked, `${id}: ${option.id}`).toContain(id)
      if (option.concludes)
        expect(
          steps.map(({ sentence }) => sentence),
          `${id}: ${option.id}`,
        ).toContain(option.concludes)
    }
  }
})
