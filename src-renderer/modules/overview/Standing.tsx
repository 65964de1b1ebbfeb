import { RingProgress, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dashboard, Place } from '../../../src-main/contract/readiness.ts'
import { PlaceLink } from '../../ui/PlaceLink.tsx'
import styles from './OverviewScreen.module.css'

const percentOf = (share: number) => Math.round(share * 100)

/** Where the engagement stands, as tiles that lead to what they count. */
export function Standing({ standing }: { standing: Dashboard['standing'] }) {
  const { t } = useTranslation(['shell', 'classification', 'readiness'])
  const { conformity, maturity, controls, decided, systems, classes, stages } = standing
  const classified = classes.filter(({ riskClass }) => riskClass !== 'unclassified')
  // Where nothing was begun, everything blocks: that says nothing yet.
  const isNotStarted = standing.judged + standing.carriedOver + decided === 0
  const isJudged = standing.items > 0 && standing.judged === standing.items && maturity !== null
  return (
    <div className={styles.standing}>
      <Tile
        place={{ screen: 'gap', search: {} }}
        share={conformity ?? 0}
        value={conformity === null ? '–' : `${percentOf(conformity)} %`}
        label={t('overview.conformity')}
        detail={
          isJudged
            ? t('overview.maturity', { maturity: maturity.toFixed(1) })
            : t(standing.carriedOver > 0 ? 'overview.confirmed' : 'overview.judged', { judged: standing.judged, items: standing.items })
        }
      />
      <Tile
        place={{ screen: 'soa', search: {} }}
        share={decided / Math.max(1, controls)}
        value={`${decided} / ${controls}`}
        label={t('overview.soa')}
        detail={t('overview.implemented', { implemented: standing.implemented, applicable: standing.applicable })}
      />
      <Tile
        place={{ screen: 'risks', search: {} }}
        value={String(standing.risksBeyond)}
        label={t('overview.risks')}
        detail={t('overview.ofRisks', { risks: standing.risks })}
      />
      <Tile
        place={{ screen: 'systems', search: {} }}
        value={systems.toLocaleString()}
        label={t('overview.systems')}
        detail={
          classified.length === 0
            ? t('overview.noClass')
            : [...classified, ...classes.filter(({ riskClass }) => riskClass === 'unclassified')]
                .map(({ riskClass, count }) => `${count.toLocaleString()} ${t(`classification:riskClass.${riskClass}`).toLowerCase()}`)
                .join(', ')
        }
      />
      {stages.map(({ stage, percent, blockers }) => (
        <Tile
          key={stage}
          place={{ screen: 'readiness', search: {} }}
          share={percent / 100}
          value={t('readiness:of100', { percent })}
          label={t(`overview.stage.${stage}`)}
          detail={
            isNotStarted
              ? t('overview.notStarted')
              : blockers === 0
                ? t('overview.noBlockers')
                : t('overview.blockers', { count: blockers })
          }
        />
      ))}
    </div>
  )
}

interface TileProps {
  place: Place
  /** 0 to 1; without it there is no ring. */
  share?: number
  value: string
  label: string
  detail: string
}

function Tile({ place, share, value, label, detail }: TileProps) {
  return (
    <PlaceLink place={place} className={styles.tile}>
      {share !== undefined && (
        <RingProgress size={44} thickness={5} roundCaps sections={share > 0 ? [{ value: share * 100, color: 'accent' }] : []} aria-hidden />
      )}
      <div style={{ minWidth: 0 }}>
        <Text fz={19} fw={600} lh={1.15}>
          {value}
        </Text>
        <Text size="sm">{label}</Text>
        <Detail>{detail}</Detail>
      </div>
    </PlaceLink>
  )
}

const Detail = ({ children }: { children: ReactNode }) => (
  <Text size="xs" c="dimmed" lh={1.3}>
    {children}
  </Text>
)
