import type { RegisterId } from '../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../app/calls.ts'
import type { Choice } from '../FieldInput.tsx'

/** What the lists can hold that the definition leaves open: the topics of an objective are those of Annex C. */
export function useOpenChoices(register: RegisterId): Record<string, readonly Choice[]> {
  const isNeeded = register === 'objectives'
  const { data: guide } = useProcedure('risk.guide', {}, { enabled: isNeeded })
  if (!isNeeded) return {}
  const topics = (guide?.topics ?? []).filter(({ kind }) => kind === 'objective')
  return { topics: topics.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })) }
}
