import { describe, expect, it, test } from 'vitest'
import { riskClasses } from '../../../src-main/contract/classification.ts'
import { citedBy, excepted, type Given, listed, model, outcomeOf, plain, product } from './scenarios.ts'

/** Each class with answers that lead to it, and the article that the decision cites for it. */
const classes: [string, Given, string][] = [
  ['not-an-ai-system', { inference: ['rules'] }, 'Art. 3(1)'],
  ['not-an-ai-system', { inference: ['basic'] }, 'Art. 3(1)'],
  ['not-an-ai-system', { inference: ['reasoned'], autonomy: ['no'] }, 'Art. 3(1)'],
  ['out-of-scope', { ...plain, union: ['none'] }, 'Art. 2(1)'],
  ['out-of-scope', { ...plain, exclusion: ['military'] }, 'Art. 2(3)'],
  ['out-of-scope', { ...plain, exclusion: ['cooperation'] }, 'Art. 2(4)'],
  ['out-of-scope', { ...plain, exclusion: ['research'] }, 'Art. 2(6)'],
  ['out-of-scope', { ...plain, exclusion: ['before-market'] }, 'Art. 2(8)'],
  ['out-of-scope', { ...plain, exclusion: ['personal'] }, 'Art. 2(10)'],
  ['out-of-scope', { ...plain, role: ['provider'], 'open-source': ['yes'] }, 'Art. 2(12)'],
  ['prohibited', { ...plain, practice: ['emotions'], emotions: ['other'] }, 'Art. 5(1)(f)'],
  ['high-risk', listed, 'Annex III, point 5(c)'],
  ['high-risk', product, 'Art. 6(1)(b)'],
  ['transparency', { ...plain, transparency: ['interaction'], interaction: ['none'] }, 'Art. 50(1)'],
  ['minimal', plain, 'Art. 6(2), Annex III'],
  ['minimal', excepted, 'Art. 6(3), first subparagraph'],
]

test.each(classes)('%s, from %j, with %s', (riskClass, given, article) => {
  expect(outcomeOf(given)).toMatchObject({ riskClass, complete: true })
  expect(citedBy(given)).toContain(article)
})

it('reaches every class there is', () => {
  expect(new Set(['unclassified', ...classes.map(([riskClass]) => riskClass)])).toEqual(new Set(riskClasses))
  expect(outcomeOf({}).riskClass).toBe('unclassified')
})

it('rests on the answers up to the first open question alone: what comes after it may not matter', () => {
  for (const open of ['inference', 'exclusion', 'role', 'practice']) {
    const outcome = outcomeOf({ ...listed, [open]: [] })
    expect(outcome, open).toMatchObject({ riskClass: 'unclassified', complete: false, duties: [], highRiskBy: [] })
    expect(outcome.asked, open).toContain('services')
  }
  const later = outcomeOf({ ...listed, transparency: [], practice: ['emotions'], emotions: ['other'] })
  expect(later).toMatchObject({ riskClass: 'prohibited', complete: true })
  expect(outcomeOf({ ...listed, transparency: [] })).toMatchObject({ riskClass: 'high-risk', complete: false })
  expect(outcomeOf({ ...plain, exclusion: ['military'], union: [] })).toMatchObject({ riskClass: 'unclassified', complete: false })
})

describe('prohibited practices', () => {
  const practices: [string, string, string, string, string][] = [
    ['manipulation', 'harm', 'no-harm', 'Art. 5(1)(a)', 'stop'],
    ['vulnerability', 'harm', 'no-harm', 'Art. 5(1)(b)', 'stop'],
    ['social-scoring', 'unrelated', 'no', 'Art. 5(1)(c)(i)', 'stop'],
    ['social-scoring', 'disproportionate', 'no', 'Art. 5(1)(c)(ii)', 'stop'],
    ['crime-prediction', 'solely-profiling', 'facts', 'Art. 5(1)(d)', 'stop'],
    ['face-scraping', 'untargeted', 'targeted', 'Art. 5(1)(e)', 'stop'],
    ['emotions', 'other', 'medical-safety', 'Art. 5(1)(f)', 'stop'],
    ['biometric-categories', 'individuals', 'datasets', 'Art. 5(1)(g)', 'stop'],
    ['live-identification', 'no', 'permitted', 'Art. 5(1)(h)', 'stop'],
    ['intimate-images', 'purpose', 'consent', 'Art. 5(1)(ba), (1a)', 'stop-intimate-material'],
    ['intimate-images', 'unsafe', 'safeguarded', 'Art. 5(1)(ba), (1a)', 'stop-intimate-material'],
    ['child-abuse', 'purpose', 'lawful', 'Art. 5(1)(bb), (1a)', 'stop-intimate-material'],
    ['child-abuse', 'unsafe', 'safeguarded', 'Art. 5(1)(bb), (1a)', 'stop-intimate-material'],
  ]

  test.each(practices)('%s: %s is prohibited, %s is not (%s)', (practice, prohibited, excused, article, duty) => {
    const given = (option: string) => ({ ...plain, practice: [practice], [practice]: [option] })
    const outcome = outcomeOf(given(prohibited))
    expect(outcome).toMatchObject({
      riskClass: 'prohibited',
      complete: true,
      steps: expect.arrayContaining([expect.objectContaining({ article })]),
    })
    expect(outcome.duties.map(({ id }) => id)).toEqual([duty, 'literacy'])
    expect(outcome.duties[0]?.appliesFrom).toBe(duty === 'stop' ? '2025-02-02' : '2026-12-02')
    expect(outcome.asked.at(-1)).toBe(practice)
    expect(outcomeOf(given(excused))).toMatchObject({ riskClass: 'minimal', complete: true })
  })
})

describe('high risk by Annex III', () => {
  const uses: [string, string, string][] = [
    ['biometrics', 'identification', '1(a)'],
    ['biometrics', 'categorisation', '1(b)'],
    ['biometrics', 'emotion', '1(c)'],
    ['infrastructure', 'safety', '2'],
    ['education', 'admission', '3(a)'],
    ['education', 'outcomes', '3(b)'],
    ['education', 'level', '3(c)'],
    ['education', 'tests', '3(d)'],
    ['employment', 'recruiting', '4(a)'],
    ['employment', 'managing', '4(b)'],
    ['services', 'benefits', '5(a)'],
    ['services', 'credit', '5(b)'],
    ['services', 'insurance', '5(c)'],
    ['services', 'emergency', '5(d)'],
    ['law-enforcement', 'victims', '6(a)'],
    ['law-enforcement', 'polygraph', '6(b)'],
    ['law-enforcement', 'evidence', '6(c)'],
    ['law-enforcement', 'offending', '6(d)'],
    ['law-enforcement', 'profiling', '6(e)'],
    ['migration', 'polygraph', '7(a)'],
    ['migration', 'risk', '7(b)'],
    ['migration', 'applications', '7(c)'],
    ['migration', 'identification', '7(d)'],
    ['justice', 'courts', '8(a)'],
    ['justice', 'elections', '8(b)'],
  ]

  test.each(uses)('%s, %s: point %s', (area, use, point) => {
    const given = { ...listed, area: [area], services: [], [area]: [use] }
    expect(outcomeOf(given)).toMatchObject({ riskClass: 'high-risk', highRiskBy: ['annex-3'], complete: true })
    expect(citedBy(given)).toContain(`Annex III, point ${point}`)
    expect(outcomeOf({ ...given, [area]: ['none'] })).toMatchObject({ riskClass: 'minimal', highRiskBy: [], complete: true })
  })

  test.each([
    ['procedural', 'Art. 6(3)(a)'],
    ['improving', 'Art. 6(3)(b)'],
    ['patterns', 'Art. 6(3)(c)'],
    ['preparatory', 'Art. 6(3)(d)'],
  ])('the exception %s holds only without influence on the outcome, and never with profiling (%s)', (exception, article) => {
    const given = { ...listed, ...excepted, exception: [exception] }
    expect(outcomeOf(given)).toMatchObject({ riskClass: 'minimal', complete: true })
    expect(citedBy(given)).toContain(article)
    expect(outcomeOf({ ...given, influence: ['yes'] })).toMatchObject({ riskClass: 'high-risk', highRiskBy: ['annex-3'] })
    const profiling = outcomeOf({ ...given, profiling: ['yes'] })
    expect(profiling).toMatchObject({ riskClass: 'high-risk', highRiskBy: ['annex-3'] })
    expect(profiling.asked).not.toContain('exception')
  })

  it('without any exception is high risk even where nobody is profiled', () => {
    const given = { ...listed, profiling: ['no'], exception: ['none'] }
    expect(outcomeOf(given)).toMatchObject({ riskClass: 'high-risk', complete: true })
    expect(citedBy(given)).toContain('Art. 6(3)')
  })
})

describe('high risk by Annex I', () => {
  const acts: [string, string, number][] = [
    ...['toys', 'recreational-craft', 'lifts', 'explosive-atmospheres', 'radio', 'pressure', 'cableways'].map(
      (act, index): [string, string, number] => [act, 'A', index + 2],
    ),
    ...['protective-equipment', 'gas', 'medical-devices', 'in-vitro'].map((act, index): [string, string, number] => [act, 'A', index + 9]),
    ...['aviation-security', 'two-wheelers', 'agricultural-vehicles', 'marine', 'rail', 'motor-vehicles', 'vehicle-safety'].map(
      (act, index): [string, string, number] => [act, 'B', index + 13],
    ),
    ['civil-aviation', 'B', 20],
    ['machinery', 'B', 21],
  ]

  test.each(acts)('%s: Section %s, point %i', (act, section, point) => {
    const given = { ...product, product: [act], 'assessment-sector': ['required'] }
    const outcome = outcomeOf(given)
    expect(outcome).toMatchObject({
      riskClass: 'high-risk',
      complete: true,
      highRiskBy: [section === 'A' ? 'annex-1' : 'annex-1-section-b'],
    })
    expect(citedBy(given)).toContain(`Annex I, Section ${section}, point ${point}`)
    const ids = outcome.duties.map(({ id }) => id)
    if (section === 'A') expect(ids).toContain('risk-management')
    else expect(ids).toEqual(['literacy', 'sector-rules'])
  })

  test.each([
    ['no safety component', { 'safety-component': ['convenience'] }, 'Art. 6(1a)'],
    ['no third-party assessment', { assessment: ['no'] }, 'Art. 6(1)(b)'],
    ['assessment for other risks alone', { assessment: ['other-risks'] }, 'Art. 6(1c)'],
  ])('is not there with %s', (_name, changes, article) => {
    const given = { ...product, ...changes }
    expect(outcomeOf(given)).toMatchObject({ riskClass: 'minimal', complete: true })
    expect(citedBy(given)).toContain(article)
  })

  it('and Annex III can both hold', () => {
    const both = outcomeOf({ ...listed, ...product, area: ['services'] })
    expect(both.highRiskBy).toEqual(['annex-1', 'annex-3'])
    expect(both.duties.find(({ id }) => id === 'risk-management')?.appliesFrom).toBe('2027-12-02')
  })
})

describe('transparency', () => {
  test.each([
    ['interaction', ['obvious', 'law'], 'Art. 50(1)'],
    ['synthetic', ['editing', 'unaltered', 'law'], 'Art. 50(2)'],
    ['emotion', ['law'], 'Art. 50(3)'],
    ['deep-fake', ['law'], 'Art. 50(4), first subparagraph'],
    ['public-text', ['law', 'editorial'], 'Art. 50(4), second subparagraph'],
  ])('%s is a duty, but not with %j (%s)', (use, exceptions, article) => {
    const given = (option: string) => ({ ...plain, transparency: [use], [use]: [option], 'generator-before': ['no'] })
    expect(outcomeOf(given('none'))).toMatchObject({ riskClass: 'transparency', complete: true })
    expect(citedBy(given('none'))).toContain(article)
    for (const exception of exceptions) expect(outcomeOf(given(exception))).toMatchObject({ riskClass: 'minimal', complete: true })
  })

  it('comes on top of high risk', () => {
    const outcome = outcomeOf({ ...listed, transparency: ['interaction'], interaction: ['none'] })
    expect(outcome.riskClass).toBe('high-risk')
    expect(outcome.duties.map(({ id }) => id)).toContain('tell-interaction')
  })
})

describe('general-purpose AI', () => {
  test.each([
    ['no', { ...plain }],
    ['no', { ...plain, 'general-purpose': ['integrated'] }],
    ['model', model],
    ['model', { ...model, 'general-purpose': ['modified'] }],
    ['systemic-risk', { ...model, 'systemic-risk': ['compute'] }],
    ['systemic-risk', { ...model, 'systemic-risk': ['designated'] }],
  ])('%s', (generalPurpose, given) => {
    expect(outcomeOf(given)).toMatchObject({ generalPurpose, riskClass: 'minimal', complete: true })
  })
})
