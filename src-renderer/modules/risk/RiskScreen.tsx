import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function RiskScreen() {
  const { t } = useTranslation('risk')
  return <EmptyState title={t('title')}>{t('title')}</EmptyState>
}
