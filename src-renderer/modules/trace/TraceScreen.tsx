import { Button, Group, Text, Title } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type TraceItem, traceKind } from '../../../src-main/contract/trace.ts'
import { useProcedure } from '../../app/calls.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FindItem } from './FindItem.tsx'
import { TraceGraph } from './TraceGraph.tsx'
import styles from './TraceScreen.module.css'
import { TraceStart } from './TraceStart.tsx'

/** The links around any item: what calls for it, and what answers it. Without an item: where to begin, and what is not traced. */
export function TraceScreen() {
  const { t } = useTranslation('trace')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { kind, id } = useSearch({ strict: false })
  const known = traceKind.safeParse(kind)
  const item = known.success && id ? { kind: known.data, id } : undefined
  const go = (search: Partial<TraceItem>) => void navigate({ to: `/e/${handle}/trace`, search })
  return (
    <div className={styles.page}>
      <Group className={styles.head} gap="md" wrap="wrap">
        <Title order={1}>{t('title')}</Title>
        <FindItem choose={go} />
        {item ? (
          <>
            <Button variant="subtle" onClick={() => go({})}>
              {t('overview')}
            </Button>
            <Text size="xs" c="dimmed">
              {t('keys')}
            </Text>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('intro')}
          </Text>
        )}
      </Group>
      {item ? <Around item={item} /> : <TraceStart />}
    </div>
  )
}

function Around({ item }: { item: TraceItem }) {
  const { t } = useTranslation('trace')
  const { data: around, error } = useProcedure('trace.around', item)
  if (error) return <EmptyState title={t('notFound')}>{t('notFoundHelp')}</EmptyState>
  if (!around) return null
  return <TraceGraph {...around} />
}
