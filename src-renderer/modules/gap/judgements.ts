import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type Conformity, type Judgement, type JudgementFields, judgementFields } from '../../../src-main/contract/gap.ts'
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
        known?.map((judgement) => (judgement.itemId === itemId ? { ...judgement, ...fields } : judgement)),
      )
      return change.mutateAsync({ roundId, itemId, fields }).catch((error: unknown) => {
        void client.invalidateQueries({ queryKey: ['gap.judgements'] })
        throw error
      })
    },
    [change.mutateAsync, client, handle, roundId],
  )
  const byItem = useMemo(() => new Map((data ?? []).map((judgement) => [judgement.itemId, judgement])), [data])
  return { judgements: data ?? [], byItem, judge, round }
}

export type Judge = ReturnType<typeof useJudgements>['judge']

/** One press is one save at once; like typed words it counts as unsaved, and is tried again, until it is on the disk. */
export function choose(judge: Judge, judgement: Judgement, field: 'conformity' | 'maturity', value: string | number | null): void {
  const draft = draftOf(`${judgement.id}/${field}`, judgement[field])
  draft.save = (latest) => judge(judgement.itemId, judgementFields.partial().parse({ [field]: latest }))
  draft.change(value, { now: true })
}
