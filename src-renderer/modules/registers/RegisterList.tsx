import { NavLink } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { registerId } from '../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../app/calls.ts'
import { pages } from './pages.ts'
import styles from './RegistersScreen.module.css'

/** Every register by clause, with how many entries it has and how many are overdue. */
export function RegisterList({ openId }: { openId: string }) {
  const { t } = useTranslation('registers')
  const { handle } = useParams({ from: '/e/$handle' })
  const { data: summaries = [] } = useProcedure('registers.summaries', {})
  return (
    <nav className={styles.list} aria-label={t('list')}>
      {pages.map(({ id, clause }) => {
        const summary = summaries.find(({ register }) => register === id)
        const isRegister = registerId.safeParse(id).success
        const counted = summary ? t('entries', { count: summary.entries }) : ''
        const late = summary && summary.overdue > 0 ? ` · ${t('overdue', { count: summary.overdue })}` : ''
        return (
          <NavLink
            key={id}
            active={id === openId}
            aria-current={id === openId}
            label={`${clause}  ${isRegister ? t(`register-${id}:title`) : t(`pages.${id}`)}`}
            description={`${counted}${late}`}
            renderRoot={(props) => <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page: id }} />}
          />
        )
      })}
    </nav>
  )
}
