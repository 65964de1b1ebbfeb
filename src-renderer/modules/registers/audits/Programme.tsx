import { Anchor, Group, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditProgramme, PlannedAudit } from '../../../../src-main/contract/audits.ts'
import { useProcedure } from '../../../app/calls.ts'
import styles from './Programme.module.css'

/** The audits of the coming year by month, and the clauses that no internal audit looks at (clause 9.2.2). */
export function Programme() {
  const { t } = useTranslation('register-audits')
  const { data: programme } = useProcedure('audits.programme', {})
  const [isShown, setIsShown] = useState(true)
  if (!programme) return null
  return (
    <section className={styles.programme} aria-label={t('programme.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} fz="sm">
          {t('programme.months')}
        </Title>
        <UnstyledButton aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          <Text size="xs" c="dimmed">
            {t(isShown ? 'programme.hide' : 'programme.show')}
          </Text>
        </UnstyledButton>
      </Group>
      {isShown && (
        <>
          <Months months={programme.months} />
          {programme.earlier.length > 0 && (
            <div className={styles.line}>
              <Text size="sm" c="dimmed">
                {t('programme.earlier')}
              </Text>
              {programme.earlier.map((audit) => (
                <AuditLink key={audit.id} audit={audit} withTitle />
              ))}
            </div>
          )}
          <Uncovered uncovered={programme.uncovered} />
        </>
      )}
    </section>
  )
}

function Months({ months }: { months: AuditProgramme['months'] }) {
  return (
    <ol className={styles.months}>
      {months.map(({ month, audits }) => (
        <li key={month} className={styles.month}>
          <Text size="xs" c="dimmed" fw={500}>
            {month}
          </Text>
          {audits.map((audit) => (
            <div key={audit.id} className={styles.audit}>
              <AuditLink audit={audit} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

function AuditLink({ audit, withTitle = false }: { audit: PlannedAudit; withTitle?: boolean }) {
  const { t } = useTranslation('register-audits')
  const { handle } = useParams({ from: '/e/$handle' })
  const covers = audit.covers.length === 0 ? t('programme.noChecklist') : t('programme.covers', { covers: audit.covers.join(', ') })
  return (
    <Tooltip label={`${audit.title}. ${covers}${audit.isOverdue ? `. ${t('programme.overdue')}` : ''}`} multiline maw={320}>
      <Anchor
        size="xs"
        renderRoot={(props) => (
          <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page: 'audits', record: audit.id }} replace />
        )}
      >
        {`${audit.reference} ${withTitle ? audit.title : t(`kind.${audit.kind}`)}`}
        {audit.isOverdue && (
          <IconAlertTriangle
            size={13}
            role="img"
            aria-label={t('programme.overdue')}
            color="var(--tone-poor-strong)"
            style={{ marginInlineStart: 4, verticalAlign: '-2px' }}
          />
        )}
      </Anchor>
    </Tooltip>
  )
}

function Uncovered({ uncovered }: { uncovered: AuditProgramme['uncovered'] }) {
  const { t } = useTranslation('register-audits')
  const Shape = uncovered.length === 0 ? IconCircleCheck : IconAlertTriangle
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" mt={8}>
      <Shape
        size={15}
        aria-hidden
        style={{ flex: 'none', marginBlockStart: 2 }}
        color={`var(--tone-${uncovered.length === 0 ? 'good' : 'fair'}-strong)`}
      />
      <Text size="sm" lineClamp={2}>
        {uncovered.length === 0 ? t('programme.whole') : t('programme.uncovered', { count: uncovered.length })}{' '}
        {uncovered.map(({ id, title }) => `${id} ${title}`).join('; ')}
      </Text>
    </Group>
  )
}
