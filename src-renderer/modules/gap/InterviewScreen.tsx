import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { interviewGroups } from '../../../src-main/contract/catalog.ts'
import { useCatalog } from '../../app/catalog.ts'
import { Workbench, type WorkGroup } from './Workbench.tsx'

/** The gap assessment as interviews: everything that one group of people can answer, so that nobody is asked twice. */
export function InterviewScreen() {
  const { t } = useTranslation('gap')
  const catalog = useCatalog()
  const groups = useMemo((): WorkGroup[] => {
    if (!catalog) return []
    const items = [...catalog.items.values()]
    return interviewGroups.map((id, index) => ({
      id,
      title: t(`ask.${id}`),
      ...(index === 0 ? { heading: t('whomToAsk') } : {}),
      items: items.filter(({ ask }) => ask.includes(id)),
    }))
  }, [catalog, t])
  return groups.length === 0 ? null : <Workbench screen="interview" groups={groups} />
}
