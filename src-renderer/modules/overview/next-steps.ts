import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lintRules } from '../../../src-main/contract/soa.ts'
import type { TraceStart } from '../../../src-main/contract/trace.ts'
import { useProcedure } from '../../app/calls.ts'
import { useRound } from '../../app/round.tsx'
import type { Jump } from '../../app/router.tsx'
import type { ScreenId } from '../../app/screens.ts'

export interface NextStep {
  sentence: string
  screen: ScreenId
  search: Jump
}

const most = 12

/** What is not traced, and where it is mended. */
const placesOfHoles = {
  'systems-unclassified': { screen: 'classification', search: (system: string) => ({ system }) },
  'high-risk-without-assessment': { screen: 'systems', search: (system: string) => ({ system }) },
  'risks-untreated': { screen: 'risks', search: (risk: string) => ({ risk }) },
} as const

function stepsOfHoles({ holes }: TraceStart, words: (hole: keyof typeof placesOfHoles, count: number) => string): NextStep[] {
  return holes.flatMap(({ hole, count, first: [item] }) => {
    if (!item || !(hole === 'systems-unclassified' || hole === 'high-risk-without-assessment' || hole === 'risks-untreated')) return []
    const { screen, search } = placesOfHoles[hole]
    return { sentence: words(hole, count), screen, search: search(item.id) }
  })
}

/** What is missing next, each with the place where it is mended: first the judging, then the inventory, then the SoA. */
export function useNextSteps(): NextStep[] {
  const { t } = useTranslation('shell')
  const { round } = useRound()
  const enabled = { enabled: round !== undefined }
  const { data: judgements } = useProcedure('gap.judgements', { roundId: round?.id ?? '' }, enabled)
  const { data: engagement } = useProcedure('engagement.get', {})
  const { data: info } = useProcedure('engagement.info', {})
  const { data: findings } = useProcedure('soa.lint', {})
  const { data: summary } = useProcedure('soa.summary', {})
  const { data: trace } = useProcedure('trace.start', {})
  return useMemo(() => {
    if (!judgements || !engagement || !info || !findings || !summary || !trace) return []
    const steps: NextStep[] = []
    const left = judgements.filter(({ conformity }) => conformity === 'not-assessed')
    if (left[0]) steps.push({ sentence: t('overview.left', { count: left.length }), screen: 'gap', search: { item: left[0].itemId } })
    const silent = judgements.filter(
      ({ conformity, finding }) => (conformity === 'partly' || conformity === 'does-not-conform') && finding.trim() === '',
    )
    if (silent[0])
      steps.push({
        sentence: t('overview.gapsWithoutFinding', { count: silent.length }),
        screen: 'gap',
        search: { item: silent[0].itemId },
      })
    const unreasoned = judgements.filter(
      ({ conformity, notApplicableReason }) => conformity === 'not-applicable' && notApplicableReason.trim() === '',
    )
    if (unreasoned[0])
      steps.push({
        sentence: t('overview.notApplicableWithoutReason', { count: unreasoned.length }),
        screen: 'gap',
        search: { item: unreasoned[0].itemId },
      })
    if (info.aiSystems === 0) steps.push({ sentence: t('overview.noSystems'), screen: 'systems', search: {} })
    if (engagement.scope.trim() === '') steps.push({ sentence: t('overview.noScope'), screen: 'documents', search: {} })
    steps.push(...stepsOfHoles(trace, (hole, count) => t(`overview.${hole}`, { count })))
    if (summary.proposals > 0)
      steps.push({ sentence: t('overview.proposals', { count: summary.proposals }), screen: 'soa', search: { group: 'proposals' } })
    const byRule = Map.groupBy(findings, ({ rule }) => rule)
    for (const rule of lintRules) {
      const found = byRule.get(rule) ?? []
      const [first] = found
      if (first)
        steps.push({
          sentence: t(`soa:next.${rule}`, { count: found.length }),
          screen: 'soa',
          search: first.field ? { code: first.code, field: first.field } : {},
        })
    }
    return steps.slice(0, most)
  }, [judgements, engagement, info, findings, summary, trace, t])
}
