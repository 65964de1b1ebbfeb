import { Stack, Text, Title } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../../src-main/contract/days.ts'
import type { BurnDown } from '../../../src-main/contract/roadmap.ts'
import { useProcedure } from '../../app/calls.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './Roadmap.module.css'
import { monthsOf } from './scale.ts'

/** Drawn as wide as there is room, so that its words keep their size on a narrow window. */
const size = { widest: 1100, narrowest: 320, height: 340, left: 44, right: 16, top: 16, bottom: 44 }

/** How many gaps are open over time: as planned, as finished, and as the rounds have found. */
export function BurnDownView() {
  const { t } = useTranslation('roadmap')
  const { data: burn } = useProcedure('roadmap.burnDown', {})
  if (!burn) return null
  if (burn.total === 0 || burn.startOn === null) return <EmptyState title={t('burn.emptyTitle')}>{t('burn.empty')}</EmptyState>
  const behind = burn.openToday - burn.plannedToday
  const verdict = behind > 0 ? 'burn.behind' : behind < 0 ? 'burn.ahead' : 'burn.level'
  return (
    // Read by keys as well: it scrolls on a low window, and nothing inside takes the focus.
    <Stack className={styles.page} gap="xs" align="flex-start" tabIndex={0} role="region" aria-label={t('burn.title')}>
      <Title order={2}>{t('burn.title')}</Title>
      <Text size="md">{t(verdict, { open: burn.openToday, total: burn.total, count: Math.abs(behind) })}</Text>
      {burn.uncovered > 0 && <Text size="sm">{t('burn.uncovered', { count: burn.uncovered })}</Text>}
      {burn.unverified > 0 && <Text size="sm">{t('burn.unverified', { count: burn.unverified })}</Text>}
      <Picture burn={burn} />
    </Stack>
  )
}

type Points = BurnDown['planned']

function Picture({ burn }: { burn: BurnDown }) {
  const { t } = useTranslation('roadmap')
  const { ref, width: room } = useElementSize()
  const width = Math.max(size.narrowest, Math.min(size.widest, room))
  const days = [burn.startOn ?? burn.today, burn.endOn ?? burn.today, burn.today, ...burn.rounds.map(({ day }) => day)].sort()
  const [first, last] = [days[0] ?? burn.today, days.at(-1) ?? burn.today]
  const step = Math.max(1, Math.ceil(Math.max(burn.total, ...burn.rounds.map(({ open }) => open)) / 4))
  const x = (day: string) =>
    size.left + (daysBetween(first, day) / Math.max(1, daysBetween(first, last))) * (width - size.left - size.right)
  const y = (open: number) => size.height - size.bottom - (open / (step * 4)) * (size.height - size.top - size.bottom)
  const path = (points: Points) =>
    points.map(({ day, open }, index) => (index === 0 ? `M${x(day)} ${y(open)}` : `H${x(day)}V${y(open)}`)).join('')
  const word = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' }
  const series = [
    { id: 'planned', name: t(burn.isBaseline ? 'burn.baseline' : 'burn.planned'), colour: 'var(--tone-neutral-strong)', dash: '6 4' },
    { id: 'actual', name: t('burn.actual'), colour: 'var(--mantine-color-accent-filled)', dash: '' },
  ]
  return (
    <div ref={ref} style={{ width: '100%' }}>
      <svg width={width} height={size.height} style={{ display: 'block' }} role="img" aria-label={t('burn.title')}>
        {[0, 1, 2, 3, 4].map((line) => (
          <g key={line}>
            <line x1={size.left} x2={width - size.right} y1={y(line * step)} y2={y(line * step)} stroke="var(--line-quiet)" />
            <text x={size.left - 8} y={y(line * step) + 4} textAnchor="end" {...word}>
              {line * step}
            </text>
          </g>
        ))}
        {monthsOf({ startOn: first, endOn: last })
          .filter((month) => month >= first)
          .map((month, index) => (
            <text key={month} x={x(month)} y={size.height - 24} {...word}>
              {new Date(month).toLocaleDateString(undefined, { month: 'short', timeZone: 'UTC' })}
              {(index === 0 || month.endsWith('-01-01')) && (
                <tspan x={x(month)} dy={14}>
                  {month.slice(0, 4)}
                </tspan>
              )}
            </text>
          ))}
        <line
          x1={x(burn.today)}
          x2={x(burn.today)}
          y1={size.top}
          y2={size.height - size.bottom}
          stroke="var(--tone-poor-strong)"
          strokeDasharray="4 3"
        />
        <text x={x(burn.today) + 5} y={size.top + 8} fontSize={11} fill="var(--tone-poor-strong)">
          {t('today')}
        </text>
        <path d={path(burn.planned)} fill="none" stroke={series[0]?.colour} strokeWidth={2} strokeDasharray="6 4" />
        <path d={path(burn.actual)} fill="none" stroke={series[1]?.colour} strokeWidth={2.5} />
        {burn.rounds.map(({ name, day, open }) => (
          <circle key={`${name} ${day}`} cx={x(day)} cy={y(open)} r={5} fill="var(--tone-good-strong)">
            <title>{`${name}, ${day}: ${open}`}</title>
          </circle>
        ))}
      </svg>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}>
        {series.map(({ id, name, colour, dash }) => (
          <Legend key={id} name={name}>
            <line x1={0} x2={28} y1={6} y2={6} stroke={colour} strokeWidth={2.5} strokeDasharray={dash} />
          </Legend>
        ))}
        <Legend name={t('burn.rounds')}>
          <circle cx={14} cy={6} r={5} fill="var(--tone-good-strong)" />
        </Legend>
      </div>
    </div>
  )
}

function Legend({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <span style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
      <svg width={28} height={12} aria-hidden>
        {children}
      </svg>
      <Text size="xs" span>
        {name}
      </Text>
    </span>
  )
}
