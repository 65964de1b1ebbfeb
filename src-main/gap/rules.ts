import type { Conformity, GapDifference, GroupResult, Judgement, TopGap } from '../contract/gap.ts'

/** How much a judgement counts towards conformity; null where it does not count at all. */
const weight: Record<Conformity, number | null> = {
  'not-assessed': null,
  conforms: 1,
  partly: 0.5,
  'does-not-conform': 0,
  'not-applicable': null,
}

const mean = (values: number[]) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length)
const isNumber = (value: number | null): value is number => value !== null

/** The numbers of one group of requirements or controls. */
export function summarize(group: Pick<GroupResult, 'id' | 'title' | 'kind'>, judgements: Judgement[]): GroupResult {
  const count = (conformity: Conformity) => judgements.filter((judgement) => judgement.conformity === conformity).length
  const notApplicable = count('not-applicable')
  return {
    ...group,
    items: judgements.length,
    assessed: judgements.length - count('not-assessed'),
    confirmed: judgements.filter(({ conformity, origin }) => conformity !== 'not-assessed' && origin === 'round').length,
    conforms: count('conforms'),
    partly: count('partly'),
    doesNotConform: count('does-not-conform'),
    notApplicable,
    conformity: mean(judgements.map(({ conformity }) => weight[conformity]).filter(isNumber)),
    maturity: mean(
      judgements
        .filter(({ conformity }) => conformity !== 'not-applicable')
        .map(({ maturity }) => maturity)
        .filter(isNumber),
    ),
  }
}

const isGap = ({ conformity }: Judgement) => conformity === 'does-not-conform' || conformity === 'partly'
const priorityOrder = ['critical', 'high', 'medium', 'low']
const urgency = ({ priority }: Judgement) => (priority === null ? priorityOrder.length : priorityOrder.indexOf(priority))

/** What about an item the ranking of gaps needs. */
export interface ItemFacts {
  title: string
  isMandatory: boolean
}

/** The gaps that matter most first: nonconformity, priority, mandatory documented information, low maturity. */
export function rankGaps(judgements: Judgement[], facts: ReadonlyMap<string, ItemFacts>, limit: number): TopGap[] {
  const order = (judgement: Judgement) => [
    judgement.conformity === 'does-not-conform' ? 0 : 1,
    urgency(judgement),
    facts.get(judgement.itemId)?.isMandatory ? 0 : 1,
    judgement.maturity ?? 5,
  ]
  const ranked = judgements.filter(isGap).map((judgement) => ({ judgement, order: order(judgement) }))
  ranked.sort((a, b) => a.order.map((value, index) => value - (b.order[index] ?? 0)).find((step) => step !== 0) ?? 0)
  return ranked.slice(0, limit).map(({ judgement }) => ({
    itemId: judgement.itemId,
    title: facts.get(judgement.itemId)?.title ?? '',
    conformity: judgement.conformity,
    maturity: judgement.maturity,
    finding: judgement.finding,
    action: judgement.action,
    owner: judgement.owner,
    priority: judgement.priority,
    dueDate: judgement.dueDate,
    effortDays: judgement.effortDays,
  }))
}

/** Days of work that the gaps still ask for. */
export const openEffort = (judgements: Judgement[]) => judgements.filter(isGap).reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0)

type Compared = Pick<GapDifference, 'improved' | 'worsened' | 'unchanged' | 'items'>

/** What changed from one round to another. An item that was not judged in one of them is changed, and neither better nor worse. */
export function compare(from: Judgement[], to: Judgement[], facts: ReadonlyMap<string, ItemFacts>): Compared {
  const before = new Map(from.map((judgement) => [judgement.itemId, judgement]))
  const items = to.flatMap((after): Compared['items'] => {
    const earlier = before.get(after.itemId)
    if (!earlier || (earlier.conformity === after.conformity && earlier.maturity === after.maturity)) return []
    return [
      {
        itemId: after.itemId,
        title: facts.get(after.itemId)?.title ?? '',
        from: earlier.conformity,
        to: after.conformity,
        fromMaturity: earlier.maturity,
        toMaturity: after.maturity,
        change: direction(earlier, after),
      },
    ]
  })
  const count = (change: string) => items.filter((item) => item.change === change).length
  return { improved: count('improved'), worsened: count('worsened'), unchanged: to.length - items.length, items }
}

function direction(earlier: Judgement, later: Judgement): 'improved' | 'worsened' | 'changed' {
  const before = weight[earlier.conformity]
  const after = weight[later.conformity]
  if (before === null || after === null) return 'changed'
  const step = after - before || (later.maturity ?? 0) - (earlier.maturity ?? 0)
  return step > 0 ? 'improved' : step < 0 ? 'worsened' : 'changed'
}
