import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function CrosswalkScreen() {
  const { t } = useTranslation('shell')
  return <Title order={1}>{t('screens.crosswalk')}</Title>
}
