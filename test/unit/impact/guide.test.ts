import { describe, expect, it } from 'vitest'
import { checkImpactGuide } from '../../../src-main/catalog/check-impact-guide.ts'
import { loadImpactGuide } from '../../../src-main/catalog/impact-guide.ts'
import type { ImpactGuide } from '../../../src-main/contract/impact.ts'

const guide = loadImpactGuide()
const [step, ...steps] = guide.steps
const [dimension, ...dimensions] = guide.dimensions
const [question, ...questions] = guide.triage
const [trigger] = guide.triggers
if (!step || !dimension || !question || !trigger) throw new Error('the guide is empty')

/** Topics of ISO/IEC 42005:2025 that an assessment goes through. */
const topics = [
  '5.2',
  '5.3',
  '5.4',
  '5.5',
  '5.6',
  '5.7',
  '5.8',
  '5.9',
  '5.10',
  '5.11',
  '5.12',
  '6.2',
  '6.3',
  '6.4',
  '6.5',
  '6.6',
  '6.7',
  '6.8',
  '6.9',
]

describe('the guide of impact assessments', () => {
  it('is whole', () => {
    expect(checkImpactGuide(guide)).toEqual([])
  })

  it('covers every topic of the standard in the source of a step or a question', () => {
    const numbers = guide.steps.flatMap(({ source }) => source.match(/\d+\.\d+/g) ?? [])
    // 6.2 to 6.7 are one step each; a range names its ends.
    expect(topics.filter((topic) => !numbers.includes(topic))).toEqual([])
  })

  it('has the dimensions that the work asks for, and useful questions at each step', () => {
    const ids = guide.dimensions.map(({ id }) => id)
    const asked = ['accountability', 'transparency', 'fairness', 'privacy', 'reliability', 'safety', 'explainability', 'environment']
    expect(asked.filter((id) => !ids.includes(id))).toEqual([])
    expect(guide.steps.filter(({ questions: asks }) => asks.length < 3)).toEqual([])
    expect(guide.triage.length).toBeGreaterThanOrEqual(10)
  })
})

const cases: { name: string; changes: Partial<ImpactGuide>; found: string[] }[] = [
  {
    name: 'a step twice',
    changes: { steps: [...guide.steps, { ...step, about: 'Other', questions: [], fields: [] }] },
    found: [`step ${step.id}: this identifier is used twice`],
  },
  {
    name: 'a field that is not there',
    changes: { steps: [{ ...step, fields: [...step.fields, 'weather'] }, ...steps] },
    found: ['weather: an assessment has no such field'],
  },
  {
    name: 'a field asked for twice',
    changes: { steps: [{ ...step, fields: [...step.fields, 'scope'] }, ...steps] },
    found: ['scope: two steps ask for it'],
  },
  {
    name: 'a field that nobody asks for',
    changes: { steps: [{ ...step, fields: ['triage'] }, ...steps] },
    found: ['triageReason: no step asks for it'],
  },
  {
    name: 'a question twice',
    changes: { triage: [...guide.triage, { ...question, text: 'Other?', help: 'Other help' }] },
    found: [`question ${question.id}: this identifier is used twice`],
  },
  {
    name: 'a trigger twice',
    changes: { triggers: [...guide.triggers, { ...trigger, text: 'Other' }] },
    found: [`trigger ${trigger.id}: this identifier is used twice`],
  },
  { name: 'a rights question that is not there', changes: { rightsQuestion: 'gone' }, found: ['gone: the triage has no such question'] },
  {
    name: 'a dimension without an example of a harm',
    changes: {
      dimensions: [
        {
          ...dimension,
          examples: dimension.examples.map((example, index) => ({ kind: 'benefit' as const, text: `${example.text}${index}` })),
        },
        ...dimensions,
      ],
    },
    found: [`${dimension.id}: no example of a harm`],
  },
  {
    name: 'a text said twice',
    changes: { triage: [{ ...question, help: question.text }, ...questions] },
    found: [`said twice: ${question.text}`],
  },
  {
    name: "a text in the manner of the standard's own",
    changes: { triage: [{ ...question, help: 'This shall be done.' }, ...questions] },
    found: ["sounds like the standard's own text: This shall be done."],
  },
]

it.each(cases)('the check finds $name, and nothing else', ({ changes, found }) => {
  expect(checkImpactGuide({ ...guide, ...changes })).toEqual(found)
})

it('the check finds an empty text and a scale with a step too few', () => {
  expect(checkImpactGuide({ ...guide, steps: [{ ...step, about: ' ' }, ...steps] })).toEqual([expect.stringMatching(/^steps\.0\.about/)])
  const severity = guide.scales.severity.slice(1)
  expect(checkImpactGuide({ ...guide, scales: { ...guide.scales, severity } })).toEqual([expect.stringMatching(/^scales\.severity/)])
})
