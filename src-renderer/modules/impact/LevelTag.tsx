import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bandOf, type ImpactFields, type LevelBand } from '../../../src-main/contract/impact.ts'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'

export const bandTone: Record<LevelBand, Tone> = { low: 'good', moderate: 'fair', high: 'poor', 'very-high': 'poor' }

/** A level as a word and a number; how large a benefit is, is no warning. */
export function LevelTag({ level, kind = 'harm' }: { level: number | null; kind?: ImpactFields['kind'] }) {
  const { t } = useTranslation('impact')
  if (level === null)
    return (
      <Text size="xs" c="dimmed">
        {t('notRated')}
      </Text>
    )
  const band = bandOf(level)
  return <StateTag tone={kind === 'harm' ? bandTone[band] : 'info'}>{t('level', { word: t(`band.${band}`), level })}</StateTag>
}
