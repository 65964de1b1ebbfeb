import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Conformity, conformity } from '../../../src-main/contract/gap.ts'
import { toneColours } from '../../ui/StateTag.tsx'
import { conformityTone } from './judgements.ts'

/** The four judgements with the keys that set them; only controls can be set to not applicable. */
export const keyOrder: Conformity[] = ['conforms', 'partly', 'does-not-conform', 'not-applicable']

export function ConformityControl({
  value,
  isControl,
  onChange,
  disabled,
}: {
  value: Conformity
  isControl: boolean
  onChange: (value: Conformity) => void
  disabled: boolean
}) {
  const { t } = useTranslation('gap')
  const options = isControl ? keyOrder : keyOrder.slice(0, 3)
  return (
    <SegmentedControl
      fullWidth
      size="sm"
      disabled={disabled}
      aria-label={t('fields.conformity')}
      value={value}
      onChange={(next) => onChange(conformity.parse(next))}
      styles={{
        // The words of four judgements are longer than the panel is wide: they go on a second line rather than out of sight.
        label: { whiteSpace: 'normal', lineHeight: 1.3, height: '100%', display: 'grid', placeItems: 'center' },
        indicator:
          value === 'not-assessed'
            ? { display: 'none' }
            : { background: toneColours(conformityTone[value]).background, boxShadow: 'none', border: '1px solid currentColor' },
      }}
      data={options.map((option, index) => ({ value: option, label: `${index + 1}  ${t(`conformity.${option}`)}` }))}
    />
  )
}
