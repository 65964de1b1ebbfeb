import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { Strip } from '../Strip.tsx'

/** Above people and courses: how far training is, and the way to the matrix. */
export function TrainingStrip() {
  const { t } = useTranslation('training')
  const { data: summary } = useProcedure('training.summary', {})
  if (!summary) return null
  const { people, needed, attended, overdue, literate } = summary
  return (
    <Strip
      page="training"
      link={t('openMatrix')}
      facts={[t('attendedOf', { count: attended, needed }), t('literate', { count: literate, people })]}
      tone={overdue > 0 ? 'poor' : 'good'}
      state={overdue > 0 ? t('overdueCount', { count: overdue }) : t('noneOverdue')}
    />
  )
}
