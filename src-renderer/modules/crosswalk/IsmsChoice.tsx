import { Group, SegmentedControl, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type CrosswalkRow, isms } from '../../../src-main/contract/crosswalk.ts'
import { useChange, useProcedure } from '../../app/calls.ts'

/** Whether the client has an ISMS, and how much it saves. */
export function IsmsChoice({ rows }: { rows: readonly CrosswalkRow[] }) {
  const { t } = useTranslation('crosswalk')
  const { data } = useProcedure('crosswalk.isms', {})
  const change = useChange('crosswalk.setIsms')
  if (!data) return null
  const count = (coverage: CrosswalkRow['coverage']) => rows.filter((row) => row.coverage === coverage).length
  return (
    <Group gap="md">
      <SegmentedControl
        aria-label={t('isms.label')}
        size="xs"
        value={data.state}
        onChange={(state) => change.mutate({ state: isms.parse(state) })}
        data={isms.options.map((value) => ({ value, label: t(`isms.${value}`) }))}
      />
      <Text size="sm">
        {t(`saved.${data.state}`, { fully: count('fully'), partly: count('partly'), not: count('not'), of: rows.length })}
      </Text>
    </Group>
  )
}
