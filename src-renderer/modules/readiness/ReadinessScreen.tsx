import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function ReadinessScreen() {
  const { t } = useTranslation('shell')
  return <Title order={1}>{t('screens.readiness')}</Title>
}
