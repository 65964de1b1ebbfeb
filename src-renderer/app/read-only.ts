import { createContext, useContext } from 'react'
import type { ReadOnlyReason } from '../../src-main/contract/engagement.ts'

const ReadOnlyContext = createContext<ReadOnlyReason | null>(null)
export const ReadOnlyProvider = ReadOnlyContext.Provider

/** Why nothing can be changed in the open engagement; null where it can. */
export const useReadOnly = () => useContext(ReadOnlyContext)
