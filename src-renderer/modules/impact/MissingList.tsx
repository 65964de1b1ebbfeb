import { useTranslation } from 'react-i18next'
import type { MissingPoint } from '../../../src-main/contract/impact.ts'
import { PointList } from '../../ui/PointList.tsx'
import type { Place } from './place.ts'

/** What has to be there before the approval; each leads to the place where it is mended. */
export function MissingList({ missing, go }: { missing: MissingPoint[]; go: (place: Place) => void }) {
  const { t } = useTranslation('impact')
  return (
    <PointList
      title={t('missingTitle')}
      empty={t('nothingMissing')}
      position="bottom-end"
      points={missing.map(({ sentence, step, field, recordId }) => ({
        id: `${sentence}${recordId}`,
        sentence,
        go: () => go({ step, field: field ?? (recordId === null ? undefined : 'description'), record: recordId ?? undefined }),
      }))}
    />
  )
}
