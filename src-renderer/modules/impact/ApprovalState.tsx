import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../src-main/contract/impact.ts'
import { useProcedure } from '../../app/calls.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { LevelTag } from './LevelTag.tsx'

const highest = (levels: (number | null)[]) => {
  const known = levels.filter((level) => level !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/** What the person who decides looks at: the worst harm before and after, what is missing, and who approved before. */
export function ApprovalState({ assessment, approve }: { assessment: Assessment; approve: () => void }) {
  const { t } = useTranslation('impact')
  const { data: versions = [] } = useProcedure('impact.versions', { assessmentId: assessment.id })
  const harms = assessment.impacts.filter(({ kind }) => kind === 'harm')
  const count = assessment.missing.length
  // A harm that nobody rated again counts after the measures as before, as in the documents.
  const unrated = harms.filter(({ residualLevel }) => residualLevel === null).length
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Text size="sm">{t('columns.level')}</Text>
        <LevelTag level={highest(harms.map(({ level }) => level))} />
        <Text size="sm">{t('columns.residualLevel')}</Text>
        <LevelTag level={highest(harms.map(({ level, residualLevel }) => residualLevel ?? level))} />
        {unrated > 0 && <StateTag tone="fair">{t('residualNotRated', { count: unrated })}</StateTag>}
      </Group>
      <Notice tone={count > 0 ? 'fair' : 'good'}>{count > 0 ? t('missingCount', { count }) : t('readyToApprove')}</Notice>
      {versions.map(({ number, approver, approvedOn, note }) => (
        <Text key={number} size="sm">
          {t('approvedBy', { number, approver, date: approvedOn })} {note}
        </Text>
      ))}
      <Group>
        <Button onClick={approve}>{t('approveAs', { number: (assessment.latestVersion ?? 0) + 1 })}</Button>
      </Group>
    </Stack>
  )
}
