import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Assessment, ImpactGuide } from '../../../src-main/contract/impact.ts'
import styles from './Impact.module.css'
import { inputId, type Place } from './place.ts'

type Step = ImpactGuide['steps'][number]

/** Steps that hold records and no fields of their own. */
const recordsOf: Record<string, (assessment: Assessment) => number> = {
  impacts: ({ impacts }) => impacts.length,
  failures: ({ failureModes }) => failureModes.length,
  measures: ({ measures }) => measures.length,
}

/** Fields that may stay empty. */
const optional: ReadonlySet<string> = new Set(['triggerNote'])

/** A step is done where nothing of it is missing and everything that it asks was answered. */
function isDone(assessment: Assessment, { id, fields }: Step): boolean {
  if (assessment.missing.some(({ step }) => step === id)) return false
  const records = recordsOf[id]
  if (records) return records(assessment) > 0
  const values = new Map<string, unknown>(Object.entries(assessment))
  const asked = fields.filter((field) => !optional.has(field))
  return asked.every((field) => {
    const value = values.get(field)
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== 'open' && String(value).trim() !== ''
  })
}

/** The steps in their order, each with a mark where it is done. */
export function StepRail({
  assessment,
  guide,
  current,
  go,
}: {
  assessment: Assessment
  guide: ImpactGuide
  current: string
  go: (place: Place) => void
}) {
  const { t } = useTranslation('impact')
  return (
    <nav className={styles.rail} aria-label={t('steps')}>
      <ol>
        {guide.steps.map((step) => {
          const done = isDone(assessment, step)
          const Mark = done ? IconCircleCheck : IconCircleDashed
          return (
            <li key={step.id}>
              <UnstyledButton
                id={inputId('step', step.id)}
                className={styles.step}
                aria-current={step.id === current ? 'step' : undefined}
                onClick={() => go({ step: step.id })}
              >
                <Mark size={15} aria-hidden style={{ flexShrink: 0, color: `var(--tone-${done ? 'good' : 'neutral'}-strong)` }} />
                <span>{step.title}</span>
                <VisuallyHidden>{t(done ? 'stepDone' : 'stepOpen')}</VisuallyHidden>
              </UnstyledButton>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
