import { Group, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CrosswalkRow } from '../../../src-main/contract/crosswalk.ts'
import { useProcedure } from '../../app/calls.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './Crosswalk.module.css'

/** The box for an article number that a client brings from a draft or an older guide. */
export function OlderNumberInput({ words, change }: { words: string; change: (words: string) => void }) {
  const { t } = useTranslation('crosswalk')
  return (
    <TextInput
      w={270}
      aria-label={t('older.label')}
      placeholder={`${t('older.label')}, ${t('older.hint')}`}
      value={words}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}

/** Where the number leads today, each article with a jump to its row. */
export function OlderNumberAnswer({ words, rows, open }: { words: string; rows: readonly CrosswalkRow[]; open: (id: string) => void }) {
  const { t } = useTranslation('crosswalk')
  const { data: found, isPlaceholderData } = useProcedure('crosswalk.older', { words }, { enabled: words.trim() !== '' })
  if (words.trim() === '' || !found || isPlaceholderData) return null
  return (
    <div className={styles.older} role="status">
      {found.length === 0 && <Text size="sm">{t('older.none', { words })}</Text>}
      {found.map(({ older, now, note }) => (
        <Group key={older} gap="sm">
          <Text size="sm">{note}</Text>
          {now.length === 0 && <StateTag tone="neutral">{t('older.nowhere')}</StateTag>}
          {now.map((article) =>
            rows.some(({ id }) => id === article) ? (
              <UnstyledButton key={article} fz="sm" fw={600} c="accent" td="underline" onClick={() => open(article)}>
                {t('older.today', { article })}
              </UnstyledButton>
            ) : (
              <StateTag key={article} tone="neutral">
                {t('older.unbound', { article })}
              </StateTag>
            ),
          )}
        </Group>
      ))}
    </div>
  )
}
