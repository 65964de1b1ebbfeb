import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function ClassificationScreen() {
  const { t } = useTranslation('classification')
  return <EmptyState title={t('title')}>{t('title')}</EmptyState>
}
