import { useMemo } from 'react'
import type { Assessable } from '../../src-main/contract/catalog.ts'
import { useProcedure } from './calls.ts'

/** The content pack, asked for once, with its requirements and controls by their identifier. */
export function useCatalog() {
  const { data } = useProcedure('catalog.get', {})
  return useMemo(
    () =>
      data
        ? { ...data, items: new Map<string, Assessable>([...data.requirements, ...data.controls].map((item) => [item.id, item])) }
        : undefined,
    [data],
  )
}
