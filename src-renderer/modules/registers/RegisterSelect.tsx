import { Select } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisterSummary } from '../../../src-main/contract/registers/index.ts'
import { pageTitle, useChapters } from './chapters.ts'
import styles from './RegistersScreen.module.css'

/** The list of registers as one field, for a window without room for a list beside the work. */
export function RegisterSelect({ openId }: { openId: string }) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const chapters = useChapters()
  const counts = (summary: RegisterSummary | undefined) => {
    if (!summary || summary.entries === 0) return ''
    const late = summary.overdue > 0 ? `, ${t('overdue', { count: summary.overdue })}` : ''
    return ` (${summary.entries}${late})`
  }
  return (
    <nav className={styles.choice} aria-label={t('list')}>
      <Select
        aria-label={t('choose')}
        maw={460}
        searchable
        allowDeselect={false}
        maxDropdownHeight={360}
        value={openId}
        data={chapters.map((chapter) => ({
          group: `${chapter.id} ${chapter.title}`,
          items: chapter.pages.map(({ page, summary }) => ({
            value: page.id,
            label: `${page.clause} ${pageTitle(t, page.id)}${counts(summary)}`,
          })),
        }))}
        onChange={(page) => {
          if (page) void navigate({ to: `/e/${handle}/registers`, search: { page } })
        }}
      />
    </nav>
  )
}
