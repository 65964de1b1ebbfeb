import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Statement, StatementContent } from '../../../../src-main/contract/statements.ts'
import styles from './Statement.module.css'

const marks = {
  sectionDone: { Mark: IconCircleCheck, tone: 'good' },
  sectionGaps: { Mark: IconAlertTriangle, tone: 'fair' },
  sectionOpen: { Mark: IconCircleDashed, tone: 'neutral' },
} as const

/** A section is written, has gaps, or says nothing yet. */
function markOf({ written, points }: Statement, id: string): keyof typeof marks {
  const isEmpty = !written.some(({ section, body }) => section === id && body.trim() !== '')
  if (isEmpty) return 'sectionOpen'
  return points.some(({ section }) => section === id) ? 'sectionGaps' : 'sectionDone'
}

/** The sections in their order, each with a mark of how far it is. */
export function StatementOutline({
  content,
  statement,
  active,
  go,
}: {
  content: StatementContent
  statement: Statement
  active: string
  go: (section: string) => void
}) {
  const { t } = useTranslation('statements')
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ol>
        {content.sections.map(({ id, title }) => {
          const state = markOf(statement, id)
          const { Mark, tone } = marks[state]
          return (
            <li key={id}>
              <UnstyledButton className={styles.entry} aria-current={id === active} onClick={() => go(id)}>
                <Mark size={15} aria-hidden style={{ color: `var(--tone-${tone}-strong)` }} />
                <span>{title}</span>
                <VisuallyHidden>{t(state)}</VisuallyHidden>
              </UnstyledButton>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
