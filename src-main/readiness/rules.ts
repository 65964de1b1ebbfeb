import { type CheckResult, type Place, type Readiness, type ReadinessCheck, type StageReadiness, stages } from '../contract/readiness.ts'
import { text } from '../language/text.ts'
import { type Check, type CheckId, type Count, checks } from './checks.ts'

/** What a check comes to: a share of what it counts, or nothing where there is nothing to count. */
export function resultOf({ mayBeEmpty = false }: Pick<Check, 'mayBeEmpty'>, { done, of }: Count): CheckResult {
  if (of === 0) return mayBeEmpty ? 'not-applicable' : 'not'
  if (done >= of) return 'met'
  return done === 0 ? 'not' : 'partly'
}

const order: Record<CheckResult, number> = { not: 0, partly: 1, met: 2, 'not-applicable': 3 }
const rank = ({ isBlocking, result, weight }: ReadinessCheck) => [isBlocking ? 0 : 1, order[result], -weight]

/** Every check with its reason and what to do, blockers first, and what both stages come to; `places` are more exact ones to jump to. */
export function judgeReadiness(counts: Record<CheckId, Count>, places: Partial<Record<CheckId, Place>> = {}): Readiness {
  const judged = checks.map((check) => judgeCheck({ ...check, place: places[check.id] ?? check.place }, counts[check.id]))
  const sorted = [...judged].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    return left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  })
  return { checks: sorted, stages: stages.map((stage) => sumUp(stage, judged)) }
}

function judgeCheck(check: Check & { id: CheckId }, count: Count): ReadinessCheck {
  const result = resultOf(check, count)
  const isMandatory = check.isMandatory ?? false
  const reason = count.of === 0 ? 'none' : 'reason'
  return {
    id: check.id,
    stage: check.stage,
    clause: check.clause,
    title: text(`readiness:checks.${check.id}.title`),
    why: text(`readiness:checks.${check.id}.why`),
    result,
    isMandatory,
    isBlocking: isMandatory && (result === 'not' || result === 'partly'),
    weight: check.weight,
    ...count,
    points: result === 'not-applicable' || count.of === 0 ? 0 : (check.weight * Math.min(count.done, count.of)) / count.of,
    reason: text(`readiness:checks.${check.id}.${reason}`, { done: count.done, of: count.of, left: count.of - count.done }),
    todo: result === 'met' || result === 'not-applicable' ? '' : text(`readiness:checks.${check.id}.todo`),
    place: check.place,
  }
}

/** What a stage comes to: the points of the checks that apply by their weight. */
function sumUp(stage: StageReadiness['stage'], judged: readonly ReadinessCheck[]): StageReadiness {
  const applicable = judged.filter((check) => check.stage === stage && check.result !== 'not-applicable')
  const points = applicable.reduce((sum, check) => sum + check.points, 0)
  const weight = applicable.reduce((sum, check) => sum + check.weight, 0)
  const met = applicable.filter(({ result }) => result === 'met').length
  return {
    stage,
    // Rounded down, so that 100 says that everything is met; thirds that add up to a whole are not cut by a hair.
    percent: met === applicable.length ? 100 : Math.min(99, Math.floor((points / weight) * 100 + 1e-9)),
    points,
    weight,
    checks: applicable.length,
    met,
    blockers: applicable.filter(({ isBlocking }) => isBlocking).length,
  }
}
