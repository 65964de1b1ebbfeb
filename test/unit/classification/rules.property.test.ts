import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, type Finding, highRiskReasons } from '../../../src-main/contract/classification.ts'
import { type Given, outcomeOf, questions } from './scenarios.ts'

/** Any answers at all, to any questions, needed or not; now and then an option that the question does not have. */
const anyAnswers: fc.Arbitrary<Given> = fc.record(
  Object.fromEntries(
    questions.map(({ id, kind, options }) => {
      const option = fc.constantFrom(...options.map((each) => each.id))
      const list = kind === 'one' ? option.map((each) => [each]) : fc.uniqueArray(option, { minLength: 1, maxLength: 3 })
      return [id, fc.oneof({ weight: 12, arbitrary: list }, { weight: 1, arbitrary: fc.constantFrom<string[]>([], ['no-such-option']) })]
    }),
  ),
)
const mostlyOrdinary = anyAnswers.map((given) => ({
  ...given,
  inference: ['learned'],
  autonomy: ['yes'],
  union: ['union'],
  exclusion: ['none'],
  practice: ['none'],
}))
const answers = fc.oneof(anyAnswers, mostlyOrdinary)

const chosen = (given: Given, id: string) => {
  const question = questions.find((each) => each.id === id)
  return question?.options.filter((option) => given[id]?.includes(option.id)) ?? []
}

/** Written anew from the meaning of a condition, without the walk: does it hold with the answers of these questions? */
function holds(condition: Condition, given: Given, asked: string[]): boolean {
  const found = new Set<Finding>(asked.flatMap((id) => chosen(given, id).flatMap(({ findings }) => findings)))
  if ('findings' in condition) return condition.findings.some((finding) => found.has(finding))
  if ('withoutFindings' in condition) return condition.withoutFindings.every((finding) => !found.has(finding))
  const value = asked.includes(condition.question) ? chosen(given, condition.question).map(({ id }) => id) : []
  if (value.length === 0) return false
  return 'anyOf' in condition ? value.some((id) => condition.anyOf.includes(id)) : value.every((id) => !condition.noneOf.includes(id))
}

describe('whatever is answered', () => {
  it('a question is asked exactly where its conditions hold and no earlier answer has ended the questionnaire', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { asked } = outcomeOf(given)
        const expected: string[] = []
        for (const { id, when } of questions) {
          if (expected.some((earlier) => chosen(given, earlier).some(({ ends }) => ends !== undefined))) break
          if (when.length === 0 || when.some((all) => all.every((condition) => holds(condition, given, expected)))) expected.push(id)
        }
        expect(asked).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  })

  it('answers of questions that are not asked make no difference', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const outcome = outcomeOf(given)
        const counted = Object.fromEntries(Object.entries(given).filter(([id]) => outcome.asked.includes(id)))
        expect(outcomeOf(counted)).toEqual(outcome)
      }),
      { numRuns: 300 },
    )
  })

  it('going through question by question ends, and the class, once certain, stays', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const so: Given = {}
        let before = outcomeOf(so)
        for (let steps = 0; steps <= questions.length; steps += 1) {
          const open = before.asked.find((id) => chosen(so, id).length === 0)
          if (open === undefined) break
          const options = questions.find(({ id }) => id === open)?.options ?? []
          const own = chosen(given, open).map(({ id }) => id)
          so[open] = own.length > 0 ? own : [options.at(-1)?.id ?? '']
          const after = outcomeOf(so)
          expect(after.steps.slice(0, before.steps.length)).toEqual(before.steps)
          if (before.riskClass === 'high-risk' || before.riskClass === 'prohibited') expect(after.riskClass).toBe(before.riskClass)
          before = after
        }
        expect(before.complete).toBe(true)
        expect(before.riskClass).not.toBe('unclassified')
      }),
      { numRuns: 300 },
    )
  })

  it('the outcome agrees with itself', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const outcome = outcomeOf(given)
        expect(outcomeOf({ ...given })).toEqual(outcome)
        expect(outcome.highRiskBy.length > 0).toBe(outcome.riskClass === 'high-risk')
        expect(highRiskReasons).toEqual(expect.arrayContaining(outcome.highRiskBy))
        if (outcome.complete) expect(outcome.riskClass).not.toBe('unclassified')
        if (outcome.riskClass === 'unclassified') expect(outcome.duties).toEqual([])
        expect(new Set(outcome.duties.map(({ id }) => id)).size).toBe(outcome.duties.length)
        for (const { roles } of outcome.duties) expect(outcome.roles).toEqual(expect.arrayContaining(roles))
      }),
      { numRuns: 300 },
    )
  })
})
