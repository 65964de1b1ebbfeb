import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryValue } from '../../../src-main/contract/registers/index.ts'
import { progressOfFields } from '../../../src-main/contract/registers/progress.ts'
import styles from './RegistersScreen.module.css'

type Fields = Record<string, EntryValue>

const tone = ({ state }: Fields) => (state === 'at-risk' ? 'fair' : state === 'dropped' ? 'neutral' : 'good')

/** How far an objective is, as a bar with its number. */
export function ProgressBar({ fields }: { fields: Fields }) {
  const { t } = useTranslation('register-objectives')
  const done = progressOfFields(fields)
  if (done === null)
    return (
      <Text size="sm" c="dimmed">
        {t('progress.unknown')}
      </Text>
    )
  return (
    <Group gap={8} wrap="nowrap">
      <div className={styles.track} style={{ flex: 1 }} aria-hidden>
        <div className={styles.done} style={{ width: `${done}%`, background: `var(--tone-${tone(fields)}-strong)` }} />
      </div>
      <Text size="sm" w={38} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('progress.share', { share: done })}
      </Text>
    </Group>
  )
}

/** The same with what it is made of, for the panel. */
export function ObjectiveProgress({ entry: { fields } }: { entry: Entry }) {
  const { t } = useTranslation('register-objectives')
  const unit = String(fields.unit ?? '')
  const amount = (value: EntryValue | undefined) => (typeof value === 'number' ? `${value} ${unit}`.trim() : t('progress.open'))
  return (
    <section aria-label={t('progress.title')}>
      <ProgressBar fields={fields} />
      <Text size="xs" c="dimmed" mt={2}>
        {t('progress.from', { baseline: amount(fields.baseline), current: amount(fields.current), target: amount(fields.target) })}
      </Text>
    </section>
  )
}
