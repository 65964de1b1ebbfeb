import { useTranslation } from 'react-i18next'
import type { RiskClass } from '../../../src-main/contract/classification.ts'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'

export const riskClassTones: Record<RiskClass, Tone> = {
  unclassified: 'neutral',
  'not-an-ai-system': 'neutral',
  'out-of-scope': 'neutral',
  prohibited: 'poor',
  'high-risk': 'fair',
  transparency: 'info',
  minimal: 'good',
}

/** Class of a system under the EU AI Act. */
export function RiskClassTag({ riskClass }: { riskClass: RiskClass }) {
  const { t } = useTranslation('classification')
  return <StateTag tone={riskClassTones[riskClass]}>{t(`riskClass.${riskClass}`)}</StateTag>
}
