import { NavLink } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterSummary } from '../../../src-main/contract/registers/index.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { pageTitle, useChapters } from './chapters.ts'
import styles from './RegistersScreen.module.css'

/** Every register under its chapter, with how many entries it has and how many are overdue. */
export function RegisterList({ openId }: { openId: string }) {
  const { t } = useTranslation('registers')
  const { handle } = useParams({ from: '/e/$handle' })
  const chapters = useChapters()
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-page="${CSS.escape(openId)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [openId])
  return (
    <nav ref={list} className={styles.list} aria-label={t('list')}>
      {chapters.map((chapter) => (
        <div key={chapter.id}>
          <h2 className={styles.chapter}>{`${chapter.id} ${chapter.title}`}</h2>
          {chapter.pages.map(({ page, summary }) => (
            <NavLink
              key={page.id}
              py={4}
              active={page.id === openId}
              aria-current={page.id === openId ? 'page' : undefined}
              data-page={page.id}
              label={
                <>
                  <span className={styles.clause}>{page.clause}</span> {pageTitle(t, page.id)}
                </>
              }
              description={summary && <Counts summary={summary} />}
              renderRoot={(props) => <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page: page.id }} />}
            />
          ))}
        </div>
      ))}
    </nav>
  )
}

function Counts({ summary: { entries, overdue } }: { summary: RegisterSummary }) {
  const { t } = useTranslation('registers')
  return (
    <span className={styles.counts}>
      {entries === 0 ? t('noEntries') : t('entries', { count: entries })}
      {overdue > 0 && (
        <StateTag tone="poor" bare>
          {t('overdue', { count: overdue })}
        </StateTag>
      )}
    </span>
  )
}
