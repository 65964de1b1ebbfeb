import { Button, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './Frame.module.css'
import { useReadOnly } from './read-only.ts'
import { useSaveCopy } from './save-copy.ts'

/** Says over every screen that nothing can be changed, why, and the way out. */
export function ReadOnlyNotice() {
  const { t } = useTranslation('shell')
  const reason = useReadOnly()
  const { saveCopy, isBusy } = useSaveCopy()
  if (reason === null) return null
  return (
    <div className={styles.notice} role="status">
      <IconLock size={15} aria-hidden />
      <Text size="sm">
        {t(`readOnly.${reason}`)} {t('readOnly.what')}
      </Text>
      <Button size="compact-sm" variant="default" loading={isBusy} onClick={saveCopy}>
        {t('readOnly.saveCopy')}
      </Button>
    </div>
  )
}
