import { Anchor, Menu, Text, Title, UnstyledButton } from '@mantine/core'
import { IconArrowRight, IconChevronDown, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dashboard } from '../../../src-main/contract/readiness.ts'
import { useProcedure } from '../../app/calls.ts'
import { moment } from '../../ui/moment.ts'
import { PlaceLink } from '../../ui/PlaceLink.tsx'
import styles from './OverviewScreen.module.css'

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Title order={2} mb={6} id={id}>
        {title}
      </Title>
      {children}
    </section>
  )
}

const Nothing = ({ children }: { children: string }) => (
  <Text c="dimmed" size="sm">
    {children}
  </Text>
)

/** What an engagement begins with: shown until all of it is done. */
export function FirstSteps({ steps }: { steps: Dashboard['firstSteps'] }) {
  const { t } = useTranslation('shell')
  return (
    <Part title={t('overview.first')}>
      {steps.map(({ id, sentence, isDone, place }) => (
        <PlaceLink key={id} place={place} className={styles.line}>
          <Text size="sm" className={styles.words ?? ''}>
            {sentence}
          </Text>
          {isDone ? (
            <IconCircleCheck
              size={16}
              role="img"
              aria-label={t('overview.done')}
              style={{ color: 'var(--tone-good-strong)', flex: 'none' }}
            />
          ) : (
            <IconCircleDashed size={16} aria-hidden style={{ flex: 'none' }} />
          )}
        </PlaceLink>
      ))}
    </Part>
  )
}

/** What is missing next, each with a jump. */
export function NextSteps({ steps }: { steps: Dashboard['next'] }) {
  const { t } = useTranslation('shell')
  return (
    <Part title={t('overview.next')}>
      {steps.length === 0 && <Nothing>{t('overview.nothingNext')}</Nothing>}
      {steps.map(({ id, sentence, place }) => (
        <PlaceLink key={id} place={place} className={styles.line}>
          <Text size="sm" className={styles.words ?? ''}>
            {sentence}
          </Text>
          <IconArrowRight size={15} aria-hidden style={{ flex: 'none' }} />
        </PlaceLink>
      ))}
    </Part>
  )
}

/** What is late: how much of each kind, and the oldest. */
export function Overdue({ overdue }: { overdue: Dashboard['overdue'] }) {
  const { t } = useTranslation(['shell', 'readiness'])
  const [isAll, setIsAll] = useState(false)
  const { data: all } = useProcedure('readiness.overdue', {}, { enabled: isAll })
  const more = overdue.total - overdue.first.length
  return (
    <Part title={t('overview.overdue')}>
      {overdue.total === 0 && <Nothing>{t('overview.nothingOverdue')}</Nothing>}
      {overdue.kinds.length > 0 && (
        <div className={styles.kinds}>
          {overdue.kinds.map(({ kind, count, place, items }) => {
            const words = t(`readiness:overdueKind.${kind}`, { count })
            if (place === null) return <KindMenu key={kind} words={words} items={items} more={count - items.length} />
            return (
              <PlaceLink key={kind} place={place} className={styles.kind}>
                {words}
              </PlaceLink>
            )
          })}
        </div>
      )}
      <DatedLines items={overdue.first} />
      {isAll && <DatedLines items={(all ?? []).slice(overdue.first.length)} />}
      {more > 0 && !isAll && (
        <Anchor component="button" type="button" size="sm" onClick={() => setIsAll(true)}>
          {t('overview.more', { count: more })}
        </Anchor>
      )}
    </Part>
  )
}

/** What is late of a kind that stands in many places: all of them, the oldest first, each a jump. */
function KindMenu({ words, items, more }: { words: string; items: Dashboard['upcoming']; more: number }) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Menu position="bottom-start" width={360}>
      <Menu.Target>
        <UnstyledButton className={styles.kind}>
          {words}
          <IconChevronDown size={13} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ title, day, place: { screen, search } }) => (
          <Menu.Item
            key={`${day}${title}${screen}${JSON.stringify(search)}`}
            rightSection={<span className={styles.quiet}>{day}</span>}
            onClick={() => void navigate({ to: `/e/$handle/${screen}`, params: { handle }, search })}
          >
            {title}
          </Menu.Item>
        ))}
        {more > 0 && <Menu.Label>{t('overview.more', { count: more })}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The nearest days of the next month, and the next days of the EU AI Act. */
export function Upcoming({ items, law }: { items: Dashboard['upcoming']; law: Dashboard['law'] }) {
  const { t } = useTranslation('shell')
  return (
    <>
      <Part title={t('overview.upcoming')}>
        {items.length === 0 && <Nothing>{t('overview.nothingUpcoming')}</Nothing>}
        <DatedLines items={items} />
      </Part>
      <Part title={t('overview.law')}>
        {law.map(({ day, what, days }) => (
          <PlaceLink key={`${day}${what}`} place={{ screen: 'crosswalk', search: { page: 'ai-act' } }} className={styles.line}>
            <Text size="sm" className={styles.words ?? ''}>
              {what}
            </Text>
            <span className={styles.quiet}>{`${day} · ${days === 0 ? t('overview.today') : t('overview.days', { count: days })}`}</span>
          </PlaceLink>
        ))}
      </Part>
    </>
  )
}

function DatedLines({ items }: { items: Dashboard['upcoming'] }) {
  const { t } = useTranslation('readiness')
  return items.map(({ kind, title, day, place }) => (
    <PlaceLink key={`${kind}${day}${title}${JSON.stringify(place.search)}`} place={place} className={styles.line}>
      <Text size="sm" lineClamp={2} className={styles.words ?? ''}>
        {title}
      </Text>
      <span className={styles.quiet}>{`${t(`dueKind.${kind}`)} · ${day}`}</span>
    </PlaceLink>
  ))
}

/** What was done last. */
export function LastChanges() {
  const { t } = useTranslation('shell')
  const { data: changes = [] } = useProcedure('engagement.recentChanges', { limit: 6 })
  return (
    <Part title={t('overview.changes')}>
      {changes.length === 0 && <Nothing>{t('overview.noChanges')}</Nothing>}
      {changes.map((change) => (
        <div key={change.uid} className={styles.line}>
          <Text size="sm" className={styles.words ?? ''} td={change.undone ? 'line-through' : undefined}>
            {change.label}
          </Text>
          <span className={styles.quiet}>{`${change.who} · ${moment(change.at)}`}</span>
        </div>
      ))}
    </Part>
  )
}
