import { Button, Group, Stack } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Assessment,
  type AssessmentField,
  assessmentField,
  assessmentFields,
  type ImpactGuide,
} from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { EvidenceField } from '../../ui/EvidenceField.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { ApprovalState } from './ApprovalState.tsx'
import { FailuresStep } from './FailuresStep.tsx'
import { Guidance } from './Guidance.tsx'
import { HeatMaps } from './HeatMaps.tsx'
import styles from './Impact.module.css'
import { ImpactsStep } from './ImpactsStep.tsx'
import { MeasuresStep } from './MeasuresStep.tsx'
import { focusSoon, inputId } from './place.ts'
import { RightsHarms } from './RightsHarms.tsx'
import type { Step, StepProps } from './step.ts'
import { TriageQuestions } from './TriageQuestions.tsx'
import { Triggers } from './Triggers.tsx'

/** One step: a table where it holds records, else its guidance beside its fields. */
export function StepPage({ next, approve, ...props }: StepProps & { next: Step | undefined; approve: () => void }) {
  const { assessment, guide, step, go } = props
  const { t } = useTranslation('impact')
  if (step.id === 'impacts') return <ImpactsStep {...props} />
  if (step.id === 'failures') return <FailuresStep {...props} />
  if (step.id === 'measures') return <MeasuresStep {...props} />
  const before: Record<string, ReactNode> = {
    triage: <TriageQuestions assessment={assessment} guide={guide} />,
    analysis: <HeatMaps impacts={assessment.impacts} guide={guide} />,
    rights: <RightsHarms assessment={assessment} go={go} />,
  }
  return (
    <div className={styles.split} style={{ flex: 1 }}>
      <Guidance step={step} />
      <Stack gap="md">
        {before[step.id]}
        {step.fields.map((field) => (
          <Field key={field} assessment={assessment} guide={guide} field={assessmentField.parse(field)} />
        ))}
        {step.id === 'decision' && <ApprovalState assessment={assessment} approve={approve} />}
        <EvidenceField target={{ kind: 'assessment', id: assessment.id }} />
        {next && (
          <Group justify="flex-end">
            <Button
              variant="default"
              rightSection={<IconArrowRight size={14} aria-hidden />}
              onClick={() => {
                go({ step: next.id })
                focusSoon(inputId('heading', next.id))
              }}
            >
              {t('next', { step: next.title })}
            </Button>
          </Group>
        )}
      </Stack>
    </div>
  )
}

/** Texts that a step is made for have room; the rest of them grow. */
const roomy = 4

function Field({ assessment, guide, field }: { assessment: Assessment; guide: ImpactGuide; field: AssessmentField }) {
  const update = useChange('impact.update', { quiet: true })
  if (field === 'triggers') return <Triggers assessment={assessment} guide={guide} />
  return (
    <RecordField
      id={inputId(field)}
      schema={assessmentFields.shape[field]}
      area="impact"
      field={field}
      record={assessment.id}
      value={assessment[field]}
      minRows={roomy}
      save={(value: FieldValue) =>
        update.mutateAsync({ assessmentId: assessment.id, fields: assessmentFields.partial().parse({ [field]: value }) })
      }
    />
  )
}
