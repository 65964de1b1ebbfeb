import { Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Risk, type RiskCriteria, riskFields } from '../../../src-main/contract/risk.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { useAutosave } from '../../ui/autosave.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './Assess.module.css'
import { type Stage, stages, stepWord, toneOfLevel } from './levels.ts'
import { MatrixGrid } from './MatrixGrid.tsx'

/** Inherent, current and target in the words of the criteria, chosen from lists or on the matrix. */
export function Assess({ risk }: { risk: Risk }) {
  const { t } = useTranslation('risk')
  const { data: criteria } = useProcedure('risk.criteria', {})
  if (!criteria) return null
  return (
    <>
      <div className={styles.stages}>
        <span />
        <Text size="xs" fw={500} c="dimmed">
          {t('matrix.likelihood')}
        </Text>
        <Text size="xs" fw={500} c="dimmed">
          {t('matrix.consequence')}
        </Text>
        <span />
        {stages.map((stage) => (
          <StageRow key={stage} {...{ risk, stage, criteria }} />
        ))}
      </div>
      <RateByMatrix risk={risk} criteria={criteria} />
    </>
  )
}

function StageRow({ risk, stage, criteria }: { risk: Risk; stage: Stage; criteria: RiskCriteria }) {
  const { t } = useTranslation('risk')
  const { level } = risk[stage]
  return (
    <>
      <div>
        <Text size="sm" fw={500}>
          {t(`stage.${stage}`)}
        </Text>
        <Text size="xs" c="dimmed" lh={1.2}>
          {t(`stageHelp.${stage}`)}
        </Text>
      </div>
      <StepField risk={risk} field={`${stage}Likelihood`} scale={criteria.likelihood} />
      <StepField risk={risk} field={`${stage}Consequence`} scale={criteria.consequence} />
      <StateTag tone={toneOfLevel[level]}>{t(`level.${level}`)}</StateTag>
    </>
  )
}

/** One step of a scale, saved when it is chosen. */
function StepField({
  risk,
  field,
  scale,
}: {
  risk: Risk
  field: `${Stage}Likelihood` | `${Stage}Consequence`
  scale: RiskCriteria['likelihood']
}) {
  const { t } = useTranslation(['risk', 'ui'])
  const update = useChange('risk.update', { quiet: true })
  const { draft, change, failure } = useAutosave(`${risk.id}/${field}`, risk[field], (value) =>
    update.mutateAsync({ id: risk.id, fields: riskFields.partial().parse({ [field]: value }) }),
  )
  return (
    <Select
      aria-label={t(`fields.${field}`)}
      data={scale.map(({ word }, index) => ({ value: String(index + 1), label: `${index + 1} ${word}` }))}
      value={typeof draft === 'number' ? String(draft) : null}
      onChange={(value) => change(value === null ? null : Number(value), { now: true })}
      placeholder={t('panel.notRatedStep')}
      clearable
      clearButtonProps={{ 'aria-label': t('ui:clear') }}
      checkIconPosition="right"
      error={failure === null ? undefined : t('ui:notSaved', { reason: failure })}
    />
  )
}

/** The small matrix: arrows move, Enter rates the stage that is chosen above it. */
function RateByMatrix({ risk, criteria }: { risk: Risk; criteria: RiskCriteria }) {
  const { t } = useTranslation('risk')
  const { data: matrix } = useProcedure('risk.matrix', {})
  const update = useChange('risk.update')
  const [stage, setStage] = useState<Stage>('current')
  if (!matrix) return null
  const isAt = (at: Stage, likelihood: number, consequence: number) =>
    risk[at].likelihood === likelihood && risk[at].consequence === consequence
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <Text size="xs" fw={500} c="dimmed">
          {t('panel.rate')}
        </Text>
        <SegmentedControl
          aria-label={t('panel.stage')}
          data={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
          value={stage}
          onChange={setStage}
        />
      </Group>
      <MatrixGrid
        label={`${t('panel.rate')}: ${t(`stage.${stage}`)}`}
        criteria={criteria}
        levels={matrix.levels}
        cellHeight={26}
        content={({ likelihood, consequence }) =>
          stages
            .filter((at) => isAt(at, likelihood, consequence))
            .map((at) => t(`stage.${at}`).slice(0, 1))
            .join(' ')
        }
        words={({ likelihood, consequence }, level) =>
          t('panel.set', {
            stage: t(`stage.${stage}`),
            likelihood: stepWord(criteria.likelihood, likelihood),
            consequence: stepWord(criteria.consequence, consequence),
            level: t(`level.${level}`),
          })
        }
        isPressed={({ likelihood, consequence }) => isAt(stage, likelihood, consequence)}
        onChoose={({ likelihood, consequence }) =>
          update.mutate({ id: risk.id, fields: { [`${stage}Likelihood`]: likelihood, [`${stage}Consequence`]: consequence } })
        }
      />
    </div>
  )
}
