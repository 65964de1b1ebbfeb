import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TraceHole, TraceItem } from '../../../src-main/contract/trace.ts'
import { useProcedure } from '../../app/calls.ts'
import type { Jump } from '../../app/jump.ts'
import type { ScreenId } from '../../app/screens.ts'
import { PlaceLink } from '../../ui/PlaceLink.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './TraceScreen.module.css'

/** The list that holds all of what a hole names the first of, filtered as far as its columns can. */
const listOf: Record<TraceHole, { screen: ScreenId; search: Jump }> = {
  'systems-unclassified': { screen: 'systems', search: { filter: { riskClass: ['unclassified'] } } },
  'high-risk-without-assessment': { screen: 'systems', search: { filter: { riskClass: ['high-risk'] } } },
  'risks-untreated': { screen: 'risks', search: { filter: { treatment: [''] } } },
  'risks-unlinked': { screen: 'risks', search: { filter: { systems: [''], controls: [''] } } },
  'systems-without-anything': { screen: 'systems', search: { filter: { riskClass: ['unclassified'] } } },
}

/** Where a walk can begin: the controls that most is linked with, and the holes that an auditor would find. */
export function TraceStart() {
  const { t } = useTranslation('trace')
  const { data } = useProcedure('trace.start', {})
  if (!data) return null
  const holes = data.holes.filter(({ count }) => count > 0)
  return (
    <div className={styles.start}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <section>
          <Title order={2} mb="xs">
            {t('controlsTitle')}
          </Title>
          {data.controls.length === 0 && <Text c="dimmed">{t('noControls')}</Text>}
          {data.controls.map(({ code, title, links }) => (
            <Entry key={code} item={{ kind: 'control', id: code }} name={`${code} ${title}`} after={t('links', { count: links })} />
          ))}
        </section>
        <section>
          <Title order={2} mb="xs">
            {t('holesTitle')}
          </Title>
          {holes.length === 0 && <Text c="dimmed">{t('noHoles')}</Text>}
          <Stack gap="md">
            {holes.map(({ hole, count, first }) => (
              <div key={hole}>
                <StateTag tone="fair" bare>
                  {t(`holes.${hole}`, { count })}
                </StateTag>
                {first.map(({ title, ...item }) => (
                  <Entry key={item.id} item={item} name={title} />
                ))}
                {count > first.length && (
                  <PlaceLink place={listOf[hole]} className={styles.entry}>
                    <Text size="xs">{t('leftOut', { count: count - first.length })}</Text>
                  </PlaceLink>
                )}
              </div>
            ))}
          </Stack>
        </section>
      </SimpleGrid>
    </div>
  )
}

function Entry({ item, name, after }: { item: TraceItem; name: string; after?: string }) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Link to="/e/$handle/trace" params={{ handle }} search={item} className={styles.entry}>
      <span>{name}</span>
      {after ? (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {after}
        </Text>
      ) : (
        <IconArrowRight size={15} aria-hidden />
      )}
    </Link>
  )
}
