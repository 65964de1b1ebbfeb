import { Anchor, Text } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ScopeSystem } from '../../../../src-main/contract/statements.ts'
import styles from './Statement.module.css'

/** Of an inventory of thousands the page shows the first; the document names them all. */
const mostShown = 20

/** The systems that the scope names, from the inventory. */
export function SystemsInScope({ systems }: { systems: readonly ScopeSystem[] }) {
  const { t } = useTranslation(['statements', 'inventory'])
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('inScope', { count: systems.length })}
      </Text>
      <Text size="xs" c="dimmed">
        {systems.length === 0 ? t('noSystems') : t('inScopeHelp')}{' '}
        <Anchor inherit underline="always" renderRoot={(props) => <Link {...props} to="/e/$handle/systems" params={{ handle }} />}>
          {t('toSystems')}
        </Anchor>
      </Text>
      <ul className={styles.systems}>
        {systems.slice(0, mostShown).map(({ reference, name, lifeCycleStage }) => (
          <li key={`${reference} ${name}`}>
            <Text size="sm" c="dimmed">
              {reference}
            </Text>
            <span>{name}</span>
            <span>{lifeCycleStage && t(`inventory:lifeCycleStage.${lifeCycleStage}`)}</span>
          </li>
        ))}
        {systems.length > mostShown && <li>…</li>}
      </ul>
    </div>
  )
}
