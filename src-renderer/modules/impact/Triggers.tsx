import { Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Assessment, ImpactGuide } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import { inputId } from './place.ts'

/** The events after which nobody waits for the day of the review. */
export function Triggers({ assessment, guide }: { assessment: Assessment; guide: ImpactGuide }) {
  const { t } = useTranslation('impact')
  const update = useChange('impact.update')
  return (
    <Checkbox.Group
      label={t('fields.triggers')}
      labelProps={{ fz: 'xs', c: 'dimmed', mb: 6 }}
      value={assessment.triggers}
      onChange={(triggers) => update.mutate({ assessmentId: assessment.id, fields: { triggers } })}
    >
      <Stack gap={6}>
        {guide.triggers.map(({ id, text }, index) => (
          <Checkbox key={id} value={id} label={text} {...(index === 0 ? { id: inputId('triggers') } : {})} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
