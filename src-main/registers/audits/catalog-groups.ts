import { assessables, loadCatalog } from '../../catalog/load.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { decisionOwners } from './queries.ts'

export interface CatalogGroup {
  id: string
  kind: 'clause' | 'objective'
  title: string
  items: string[]
}

/** Clause of a requirement or objective of a control; empty for what is not of the catalog. */
export function groupOf(itemId: string): string {
  const item = assessables().get(itemId)
  return item === undefined ? '' : item.kind === 'requirement' ? item.clause : item.objective
}

/** Every clause with its requirements and every objective with its controls that the SoA does not exclude; an objective without any is left out. */
export function auditableGroups(file: EngagementFile): CatalogGroup[] {
  const { clauses, requirements, objectives, controls } = loadCatalog()
  const excluded = new Set(
    file
      .all(decisionOwners)
      .filter(({ applicability }) => applicability === 'excluded')
      .map(({ code }) => code),
  )
  return [
    ...clauses.map(({ id, title }) => ({
      id,
      title,
      kind: 'clause' as const,
      items: requirements.filter(({ clause }) => clause === id).map((item) => item.id),
    })),
    ...objectives.map(({ id, title }) => ({
      id,
      title,
      kind: 'objective' as const,
      items: controls.filter((control) => control.objective === id && !excluded.has(control.id)).map((item) => item.id),
    })),
  ].filter(({ items }) => items.length > 0)
}
