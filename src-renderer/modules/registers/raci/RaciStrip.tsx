import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { Strip } from '../Strip.tsx'

/** Above the roles: how far the matrix of activities and roles is, and the way there. */
export function RaciStrip() {
  const { t } = useTranslation('raci')
  const { data: matrix } = useProcedure('raci.matrix', {})
  if (!matrix) return null
  const open = matrix.activities.filter(({ issues }) => issues.length > 0).length
  return (
    <Strip
      page="raci"
      link={t('openMatrix')}
      facts={[t('activities', { count: matrix.activities.length })]}
      tone={matrix.activities.length === 0 ? 'neutral' : open > 0 ? 'poor' : 'good'}
      state={open > 0 ? t('open', { count: open }) : matrix.activities.length === 0 ? t('emptyTitle') : t('complete')}
    />
  )
}
