import { Text, Title, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RiskRow } from '../../../src-main/contract/risk.ts'
import { groups, isInGroup, type RiskFilter } from './levels.ts'
import styles from './RiskSummary.module.css'

/** What is open in the register; each number filters the table. */
export function RiskSummary({
  risks,
  filter,
  setFilter,
}: {
  risks: RiskRow[]
  filter: RiskFilter
  setFilter: (filter: RiskFilter) => void
}) {
  const { t } = useTranslation('risk')
  const closed = risks.filter(({ state }) => state === 'closed').length
  return (
    <section aria-label={t('summary.title')} style={{ flex: '1 1 300px', maxWidth: 560, minWidth: 0 }}>
      <Title order={2} fz="sm" mb={8}>
        {t('summary.title')}
      </Title>
      <ul className={styles.list}>
        {groups.map((group) => {
          const count = risks.filter((risk) => isInGroup(risk, group)).length
          const isPressed = filter?.kind === 'group' && filter.group === group
          const Shape = count === 0 ? IconCircleCheck : IconAlertTriangle
          return (
            <li key={group}>
              <UnstyledButton
                w="100%"
                className={styles.number}
                aria-pressed={isPressed}
                onClick={() => setFilter(isPressed ? null : { kind: 'group', group })}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape' || !isPressed) return
                  event.preventDefault()
                  setFilter(null)
                }}
              >
                <Shape size={15} aria-hidden color={`var(--tone-${count === 0 ? 'good' : 'fair'}-strong)`} />
                <span className={styles.value}>{count}</span>
                <Text size="sm">{t(`summary.${group}`)}</Text>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      <Text size="xs" c="dimmed" mt={8}>
        {t('summary.all', { open: risks.length - closed, closed })}
      </Text>
    </section>
  )
}
