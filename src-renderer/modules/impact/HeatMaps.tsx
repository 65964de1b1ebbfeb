import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bandOf, type Impact, type ImpactGuide } from '../../../src-main/contract/impact.ts'
import { toneColours } from '../../ui/StateTag.tsx'
import styles from './Impact.module.css'
import { bandTone } from './LevelTag.tsx'

const steps = [1, 2, 3, 4, 5]

/** Where the harms stand before and after their measures: how severe against how likely, and how many in each cell. */
export function HeatMaps({ impacts, guide }: { impacts: Impact[]; guide: ImpactGuide }) {
  const { t } = useTranslation('impact')
  const harms = impacts.filter(({ kind }) => kind === 'harm')
  return (
    <div>
      <div className={styles.maps}>
        <HeatMap
          title={t('map.before')}
          guide={guide}
          points={harms.map(({ consequence, likelihood, description }) => ({ consequence, likelihood, description }))}
        />
        <HeatMap
          title={t('map.after')}
          guide={guide}
          points={harms.map(({ residualConsequence, residualLikelihood, description }) => ({
            consequence: residualConsequence,
            likelihood: residualLikelihood,
            description,
          }))}
        />
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {t('map.axes')}
      </Text>
    </div>
  )
}

interface Point {
  consequence: number | null
  likelihood: number | null
  description: string
}

function HeatMap({ title, guide, points }: { title: string; guide: ImpactGuide; points: Point[] }) {
  const { t } = useTranslation('impact')
  const rated = points.filter(({ consequence, likelihood }) => consequence !== null && likelihood !== null)
  const word = (scale: 'severity' | 'likelihood', step: number) => guide.scales[scale][step - 1]?.word ?? ''
  return (
    <div>
      <Text size="xs" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {t('map.rated', { rated: rated.length, total: points.length })}
      </Text>
      <table className={styles.map} aria-label={title}>
        <thead>
          <tr>
            <td style={{ width: 76 }} />
            {steps.map((likelihood) => (
              <th key={likelihood} scope="col" title={word('likelihood', likelihood)}>
                {likelihood}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.toReversed().map((consequence) => (
            <tr key={consequence}>
              <th scope="row">{t('map.row', { step: consequence, word: word('severity', consequence) })}</th>
              {steps.map((likelihood) => {
                const here = rated.filter((point) => point.consequence === consequence && point.likelihood === likelihood)
                return (
                  <td
                    key={likelihood}
                    style={toneColours(bandTone[bandOf(consequence * likelihood)])}
                    title={here.map(({ description }) => description).join('\n')}
                  >
                    {here.length > 0 ? here.length : ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
