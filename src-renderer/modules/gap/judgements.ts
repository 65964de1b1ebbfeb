import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type Conformity, isJudging, type Judgement, type JudgementFields, judgementFields } from '../../../src-main/contract/gap.ts'
import { useChange, useHandle, useProcedure } from '../../app/calls.ts'
import { useRound } from '../../app/round.tsx'
import { draftOf } from '../../ui/draft.ts'
import type { Tone } from '../../ui/StateTag.tsx'

export const conformityTone: Record<Conformity, Tone> = {
  'not-assessed': 'neutral',
  conforms: 'good',
  partly: 'fair',
  'does-not-conform': 'poor',
  'not-applicable': 'info',
}

/** The judgements of the round that is shown, and the way to change one: the screen shows it at once, the top line when it is saved. */
export function useJudgements() {
  const handle = useHandle()
  const { round } = useRound()
  const roundId = round?.id ?? ''
  const client = useQueryClient()
  const { data } = useProcedure('gap.judgements', { roundId }, { enabled: round !== undefined })
  const change = useChange('gap.judge', { quiet: true })
  const judge = useCallback(
    (itemId: string, fields: Partial<JudgementFields>) => {
      client.setQueryData<Judgement[]>(['gap.judgements', { roundId }, handle], (known) =>
        known?.map((judgement) =>
          judgement.itemId === itemId
            ? { ...judgement, ...fields, origin: isJudging(fields) ? ('round' as const) : judgement.origin }
            : judgement,
        ),
      )
      return change.mutateAsync({ roundId, itemId, fields }).catch((error: unknown) => {
        void client.invalidateQueries({ queryKey: ['gap.judgements'] })
        throw error
      })
    },
    [change.mutateAsync, client, handle, roundId],
  )
  const { mutateAsync: sendConfirm } = useChange('gap.confirm')
  const confirm = useCallback((itemIds: string[]) => sendConfirm({ roundId, itemIds }), [sendConfirm, roundId])
  const byItem = useMemo(() => new Map((data ?? []).map((judgement) => [judgement.itemId, judgement])), [data])
  return { judgements: data ?? [], byItem, judge, confirm, round }
}

/** Judged or confirmed in the round that is shown. */
export const isConfirmed = (judgement: Judgement | undefined) =>
  judgement !== undefined && judgement.conformity !== 'not-assessed' && judgement.origin === 'round'

export type Judge = ReturnType<typeof useJudgements>['judge']

/** One press is one save at once; like typed words it counts as unsaved, and is tried again, until it is on the disk. */
export function choose(judge: Judge, judgement: Judgement, field: 'conformity' | 'maturity', value: string | number | null): void {
  const draft = draftOf(`${judgement.id}/${field}`, judgement[field])
  draft.save = (latest) => judge(judgement.itemId, judgementFields.partial().parse({ [field]: latest }))
  draft.change(value, { now: true })
}
