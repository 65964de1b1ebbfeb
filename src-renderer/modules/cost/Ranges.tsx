import { Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Estimate } from '../../../src-main/contract/cost.ts'
import styles from './Cost.module.css'
import { money } from './money.ts'

/** From low to high for each item, with a mark at the likely amount: a glance shows what the total hangs on. */
export function Ranges({ estimate }: { estimate: Estimate }) {
  const { t } = useTranslation('cost')
  const { items, currency, yearOne } = estimate
  const rows = [...items, { ...yearOne, id: 'yearOne', title: t('total.yearOne') }]
  const largest = Math.max(1, ...rows.map(({ high }) => high))
  const share = (amount: number) => `${(amount / largest) * 100}%`
  return (
    <div className={styles.ranges}>
      {rows.map(({ id, title, low, likely, high }) => (
        <Fragment key={id}>
          <Text size="xs" fw={id === 'yearOne' ? 600 : 400}>
            {title}
            <Text span inherit c="dimmed" fw={400} display="block" aria-hidden>
              {low === high ? money(high, currency) : `${money(low, currency)} – ${money(high, currency)}`}
            </Text>
          </Text>
          <div
            className={styles.track}
            role="img"
            aria-label={t('rangeOf', { title, low: money(low, currency), likely: money(likely, currency), high: money(high, currency) })}
          >
            <div className={styles.range} style={{ insetInlineStart: share(low), width: share(high - low) }} />
            <div className={styles.likely} style={{ insetInlineStart: share(likely) }} />
          </div>
        </Fragment>
      ))}
    </div>
  )
}
