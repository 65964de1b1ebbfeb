import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function TraceScreen() {
  const { t } = useTranslation('trace')
  return <EmptyState title={t('title')}>{t('title')}</EmptyState>
}
