import { Group } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { PointList } from '../../../ui/PointList.tsx'

/** What an auditor would raise on the handling of nonconformities (clause 10.2). */
export function Handling() {
  const { t } = useTranslation('register-nonconformities')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { data: work = [] } = useProcedure('audits.nonconformities', {})
  if (work.length === 0) return null
  const points = work.flatMap(({ id, reference, title, issues }) =>
    issues.map((issue) => ({
      id: `${id} ${issue}`,
      sentence: `${reference} ${title}: ${t(`issue.${issue}`)}`,
      go: () => void navigate({ to: `/e/${handle}/registers`, search: { page: 'nonconformities', record: id }, replace: true }),
    })),
  )
  return (
    <Group px="md" pt="sm">
      <PointList title={t('work.missing')} empty={t('work.nothing')} points={points} />
    </Group>
  )
}
