import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LinkTarget } from '../../src-main/contract/registers/index.ts'
import { useProcedure } from '../app/calls.ts'
import { ItemLink } from './LinkedItems.tsx'

/** The entries of registers that are linked with something that is no entry itself, each a click away; nothing where there are none. */
export function LinkedEntries({ target }: { target: LinkTarget }) {
  const { t } = useTranslation('registers')
  const { data = [] } = useProcedure('registers.linked', target)
  const entries = data.filter(({ kind }) => kind !== 'evidence')
  if (entries.length === 0) return null
  return (
    <section aria-label={t('part.entries')}>
      <Text size="xs" fw={500} c="dimmed" mb={2}>
        {t('part.entries')}
      </Text>
      <Stack gap={2} align="flex-start">
        {entries.map((item) => (
          <Text key={item.linkId} size="sm" component="div">
            <ItemLink item={item} />{' '}
            <Text span size="xs" c="dimmed">
              {t(`kind.${item.kind}`)}
            </Text>
          </Text>
        ))}
      </Stack>
    </section>
  )
}
