import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function ImpactScreen() {
  const { t } = useTranslation('impact')
  return <EmptyState title={t('title')}>{t('title')}</EmptyState>
}
