import { Button, Group, Text, Title } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RaciMatrix, raciLetters } from '../../../../src-main/contract/raci.ts'
import { useProcedure } from '../../../app/calls.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PointList } from '../../../ui/PointList.tsx'
import { AddActivities } from './AddActivities.tsx'
import styles from './Raci.module.css'
import { focusCell, RaciGrid } from './RaciGrid.tsx'

/** The RACI matrix: activities by roles, with what is missing on top (clause 5.3, control A.3.2). */
export function RaciPage() {
  const { t } = useTranslation('raci')
  const { data: matrix } = useProcedure('raci.matrix', {})
  const [isAdding, setIsAdding] = useState(false)
  if (!matrix) return null
  const add = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setIsAdding(true)}>
      {t('addFromLibrary')}
    </Button>
  )
  return (
    <div className={styles.page}>
      <Head matrix={matrix}>{add}</Head>
      <Content matrix={matrix} add={add} />
      {isAdding && <AddActivities close={() => setIsAdding(false)} />}
    </div>
  )
}

function Content({ matrix, add }: { matrix: RaciMatrix; add: ReactNode }) {
  const { t } = useTranslation('raci')
  const { handle } = useParams({ from: '/e/$handle' })
  if (matrix.roles.length === 0)
    return (
      <EmptyState
        title={t('noRolesTitle')}
        action={
          <Button renderRoot={(props) => <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page: 'roles' }} />}>
            {t('openRoles')}
          </Button>
        }
      >
        {t('noRoles')}
      </EmptyState>
    )
  if (matrix.activities.length === 0)
    return (
      <EmptyState title={t('emptyTitle')} action={add}>
        {t('empty')}
      </EmptyState>
    )
  return <RaciGrid matrix={matrix} />
}

function Head({ matrix, children }: { matrix: RaciMatrix; children: ReactNode }) {
  const { t } = useTranslation('raci')
  const { handle } = useParams({ from: '/e/$handle' })
  const points = matrix.activities.flatMap(({ id, title, issues }) =>
    issues.map((issue) => ({
      id: `${id} ${issue}`,
      sentence: t('point', { title, issue: t(`issue.${issue}`) }),
      go: () => focusCell(id, matrix.roles[0]?.id ?? ''),
    })),
  )
  return (
    <div className={styles.head}>
      <Group gap="xs">
        <Title order={1} fz="lg" style={{ flex: 1 }}>
          {t('title')}
        </Title>
        <PointList title={t('missingTitle')} empty={t('nothingMissing')} points={points} position="bottom-end" />
        <Button
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/e/$handle/documents" params={{ handle }} search={{ kind: 'raci' }} />}
        >
          {t('print')}
        </Button>
        {children}
      </Group>
      <Group gap="0 14px" mt={6}>
        {raciLetters.map((letter) => (
          <Text key={letter} size="xs">
            <b>{letter}</b> {t(`letter.${letter}`)}
          </Text>
        ))}
      </Group>
      <Text size="xs" c="dimmed" mt={2}>
        {t('keys')}
      </Text>
    </div>
  )
}
