import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '../../app/catalog.ts'
import { Workbench, type WorkGroup } from './Workbench.tsx'

/** The gap assessment, clause by clause and objective by objective. */
export function GapScreen() {
  const { t } = useTranslation('gap')
  const catalog = useCatalog()
  const groups = useMemo((): WorkGroup[] => {
    if (!catalog) return []
    const chapters = new Map(catalog.chapters.map(({ id, title }) => [id, `${id}  ${title}`]))
    const clauses = catalog.clauses.map(({ id, title }, index): WorkGroup => {
      const chapter = id.split('.')[0] ?? ''
      const isFirst = catalog.clauses[index - 1]?.id.split('.')[0] !== chapter
      return {
        id,
        title: `${id}  ${title}`,
        ...(isFirst ? { heading: chapters.get(chapter) ?? '' } : {}),
        items: catalog.requirements.filter(({ clause }) => clause === id),
      }
    })
    const objectives = catalog.objectives.map(
      ({ id, title }, index): WorkGroup => ({
        id,
        title: `${id}  ${title}`,
        ...(index === 0 ? { heading: t('annexA') } : {}),
        items: catalog.controls.filter(({ objective }) => objective === id),
      }),
    )
    return [...clauses, ...objectives]
  }, [catalog, t])
  return groups.length === 0 ? null : <Workbench screen="gap" groups={groups} />
}
