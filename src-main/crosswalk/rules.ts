import type { AnswerPart, CrosswalkState } from '../contract/crosswalk.ts'
import { type ItemStanding, isBacked } from '../engagement/standing.ts'
import { text } from '../language/text.ts'

/** How far a clause has come: each of its requirements conforms, some do in part, or none does. */
export function clauseProgress(standings: readonly ItemStanding[]): AnswerPart['progress'] {
  if (standings.length > 0 && standings.every(({ conformity }) => conformity === 'conforms')) return 'done'
  return standings.some(({ conformity }) => conformity === 'conforms' || conformity === 'partly') ? 'partly' : 'open'
}

/** How far a control has come, by the Statement of Applicability. */
export function controlProgress(standing: ItemStanding | undefined): AnswerPart['progress'] {
  if (standing?.applicability === 'excluded') return 'excluded'
  if (standing?.applicability !== 'applicable') return 'open'
  if (standing.status === 'implemented' || standing.status === 'verified') return 'done'
  return standing.status === 'partly' ? 'partly' : 'open'
}

export const evidenceOf = (standings: readonly ItemStanding[]): number =>
  standings.reduce((sum, standing) => sum + (isBacked(standing) ? standing.evidence + standing.records + standing.named : 0), 0)

/** How far a row is answered by its parts, and why. `date` is the day from which it applies; `today` a calendar day, ISO 8601. */
export function stateOf(parts: readonly AnswerPart[], date: string | null, today: string): { state: CrosswalkState; reasons: string[] } {
  const ids = (progress: AnswerPart['progress']) => parts.filter((part) => part.progress === progress).map(({ id }) => id)
  const [open, partly, excluded] = [ids('open'), ids('partly'), ids('excluded')]
  const bare = parts.filter(({ progress, evidence }) => progress !== 'excluded' && evidence === 0).map(({ id }) => id)
  const said = (key: string, list: readonly string[]) =>
    list.length === 0 ? [] : [text(`crosswalk:reasons.${key}`, { ids: list.join(', '), count: list.length })]
  const missing = [...said('open', open), ...said('partly', partly), ...said('excluded', excluded), ...said('bare', bare)]
  if (missing.length === 0) return { state: 'answered', reasons: [text('crosswalk:reasons.answered')] }
  if (date !== null && date > today) return { state: 'not-due', reasons: [text('crosswalk:reasons.notDue', { date }), ...missing] }
  return { state: open.length + excluded.length === parts.length ? 'open' : 'partly', reasons: missing }
}
