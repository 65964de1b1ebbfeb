import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Round } from '../../src-main/contract/gap.ts'
import { useProcedure } from './calls.ts'

interface RoundChoice {
  rounds: Round[]
  /** The round that the screens show: the newest, or the one that was chosen. */
  round: Round | undefined
  choose: (id: string) => void
}

const RoundContext = createContext<RoundChoice>({ rounds: [], round: undefined, choose: () => {} })
export const useRound = () => useContext(RoundContext)

export function RoundProvider({ children }: { children: ReactNode }) {
  const { data: rounds } = useProcedure('gap.rounds', {})
  const [chosen, choose] = useState<string | null>(null)
  const value = useMemo(
    () => ({ rounds: rounds ?? [], round: rounds?.find(({ id }) => id === chosen) ?? rounds?.at(-1), choose }),
    [rounds, chosen],
  )
  return <RoundContext.Provider value={value}>{children}</RoundContext.Provider>
}
