import { describe, expect, it, test } from 'vitest'
import { checkQuestionnaire } from '../../../src-main/catalog/check-questionnaire.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { loadQuestionnaire } from '../../../src-main/catalog/questionnaire.ts'
import { type Duty, type Question, type Questionnaire, questionSections } from '../../../src-main/contract/classification.ts'

/** The real content, of which each case breaks one thing. */
const questionnaire = loadQuestionnaire()
const check = (changes: Partial<Questionnaire>) => checkQuestionnaire({ ...questionnaire, ...changes }, loadCatalog())

describe('the questionnaire', () => {
  it('is whole: unique identifiers, references that lead somewhere, no answer and no finding without use', () => {
    expect(check({})).toEqual([])
  })

  it('has every section, in its order, and cites an article at every question', () => {
    const sections = questionnaire.questions.map(({ section }) => section)
    expect([...new Set(sections)]).toEqual(questionSections)
    expect(questionnaire.questions.filter(({ article }) => !/^(Art\. \d|Annex [IV]+)/.test(article))).toEqual([])
  })

  it('asks for each prohibited practice, with its exceptions where it has some', () => {
    const cited = questionnaire.questions.filter(({ section }) => section === 'prohibited').map(({ article }) => article)
    const points = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'ba', 'bb']
    expect(cited).toEqual(['Art. 5(1)', ...points.map((point) => `Art. 5(1)(${point})`)])
  })

  it('has the dates of the Act as they stand after the changes of 2026', () => {
    expect(questionnaire.dates.map(({ date }) => date)).toEqual([
      '2024-08-01',
      '2025-02-02',
      '2025-08-02',
      '2026-08-02',
      '2026-12-02',
      '2026-12-02',
      '2027-08-02',
      '2027-12-02',
      '2028-08-02',
      '2030-08-02',
    ])
    const used = new Set(questionnaire.duties.flatMap(({ dates }) => dates.map(({ date }) => date)))
    const known = new Set(questionnaire.dates.map(({ date }) => date))
    expect([...used].filter((date) => !known.has(date))).toEqual([])
  })

  it('lets “none of these” stand in every list but that of roles', () => {
    const without = questionnaire.questions.filter(({ kind, options }) => kind === 'many' && !options.some(({ id }) => id === 'none'))
    expect(without.map(({ id }) => id)).toEqual(['role'])
  })
})

const withQuestion = (id: string, change: (question: Question) => Partial<Question>): Partial<Questionnaire> => ({
  questions: questionnaire.questions.map((question) => (question.id === id ? { ...question, ...change(question) } : question)),
})
const withDuty = (id: string, changes: Partial<Duty>): Partial<Questionnaire> => ({
  duties: questionnaire.duties.map((duty) => (duty.id === id ? { ...duty, ...changes } : duty)),
})

const broken: { name: string; changes: Partial<Questionnaire>; found: string }[] = [
  {
    name: 'two questions with one identifier',
    changes: { questions: [...questionnaire.questions, ...questionnaire.questions.slice(0, 1)] },
    found: 'inference: two questions have this identifier',
  },
  {
    name: 'two duties with one identifier',
    changes: { duties: [...questionnaire.duties, ...questionnaire.duties.slice(0, 1)] },
    found: 'stop: two duties have this identifier',
  },
  {
    name: 'two answers with one name',
    changes: withQuestion('union', ({ options }) => ({ options: [...options, ...options.slice(0, 1)] })),
    found: 'union: two answers are called union',
  },
  {
    name: 'a condition on a question that is not there',
    changes: withQuestion('profiling', () => ({ when: [[{ question: 'nothing', anyOf: ['yes'] }]] })),
    found: 'question profiling: there is no earlier question nothing',
  },
  {
    name: 'a condition on a later question',
    changes: withQuestion('profiling', () => ({ when: [[{ question: 'influence', anyOf: ['yes'] }]] })),
    found: 'question profiling: there is no earlier question influence',
  },
  {
    name: 'a condition on an answer that is not there',
    changes: withDuty('inform-people', { when: [[{ question: 'decisions', anyOf: ['perhaps'] }]] }),
    found: 'duty inform-people: decisions has no answer perhaps',
  },
  {
    name: 'answers that nothing tells apart',
    changes: withQuestion('workplace', ({ options }) => ({
      options: [...options, { id: 'maybe', label: 'Maybe', help: '', findings: [] }],
    })),
    found: 'workplace: nothing tells no and maybe apart',
  },
  {
    name: 'an end among many',
    changes: withQuestion('practice', ({ options }) => ({
      options: options.map((option) => ({ ...option, ends: 'prohibited' as const })),
    })),
    found: 'practice: manipulation ends the questionnaire, so it cannot be one of many',
  },
  {
    name: 'a control that is not there',
    changes: withDuty('literacy', { controls: ['A.99'] }),
    found: 'duty literacy: there is no control A.99',
  },
  {
    name: 'a clause that is not there',
    changes: withDuty('literacy', { clauses: ['99.9'] }),
    found: 'duty literacy: there is no clause 99.9',
  },
  {
    name: 'a duty that may have no date',
    changes: withDuty('literacy', { dates: [{ date: '2025-02-02', note: '', when: [[{ findings: ['annex-3'] }]] }] }),
    found: 'duty literacy: its last date has conditions, so it may have no date',
  },
  {
    name: 'a date with a duty that does not begin then',
    changes: { dates: questionnaire.dates.map((date) => (date.duties ? { ...date, duties: ['literacy'] } : date)) },
    found: 'date 2026-12-02: no duty literacy begins then',
  },
  {
    name: 'two dates on a day that nothing tells apart',
    changes: { dates: questionnaire.dates.map(({ duties: _, ...date }) => date) },
    found: 'date 2026-12-02: which duties belong to “Marking of generated content by systems that were on the market before 2026-08-02”?',
  },
  {
    name: "the law's own manner",
    changes: withDuty('literacy', { what: 'Providers shall do this.' }),
    found: "sounds like the law's own text: Providers shall do this.",
  },
  {
    name: 'an empty text',
    changes: withDuty('literacy', { what: ' ' }),
    found: 'duties.2.what: Too small: expected string to have >=1 characters',
  },
]

test.each(broken)('the check finds $name', ({ changes, found }) => {
  expect(check(changes)).toContain(found)
})

test('the check finds a finding that no answer gives, and one that nothing uses', () => {
  const withoutFinding = questionnaire.questions.map((question) => ({
    ...question,
    options: question.options.map((option) => ({ ...option, findings: option.findings.filter((finding) => finding !== 'systemic-risk') })),
  }))
  expect(check({ questions: withoutFinding })).toEqual(['no answer gives the finding systemic-risk'])
  expect(check({ duties: questionnaire.duties.filter(({ id }) => id !== 'stop') })).toEqual(['nothing uses the finding prohibited-2025'])
})
