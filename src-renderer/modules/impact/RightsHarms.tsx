import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../src-main/contract/impact.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Place } from './place.ts'

/** Art. 27(1)(d) is filled from the harms of the assessment. */
export function RightsHarms({ assessment, go }: { assessment: Assessment; go: (place: Place) => void }) {
  const { t } = useTranslation('impact')
  const harms = assessment.impacts.filter(({ kind, subject }) => kind === 'harm' && subject !== 'society').length
  return (
    <Notice tone="info">
      <Text size="sm">
        {t('rightsHarms', { count: harms })}{' '}
        <Anchor component="button" type="button" fz="sm" onClick={() => go({ step: 'impacts' })}>
          {t('toHarms')}
        </Anchor>
      </Text>
    </Notice>
  )
}
