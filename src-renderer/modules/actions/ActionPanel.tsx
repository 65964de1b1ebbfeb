import { Anchor, Group, Stack, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ActionRow, actionFields } from '../../../src-main/contract/actions.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { type SaveField, toneOfState } from './columns.tsx'
import { sourcePlace } from './place.ts'

/** An action that lives in another part of the engagement: what can be changed from here, and the way to its source. */
export function ActionPanel({ row, save, close }: { row: ActionRow; save: SaveField; close: () => void }) {
  const { t } = useTranslation('actions')
  const { handle } = useParams({ from: '/e/$handle' })
  const { screen, search } = sourcePlace(row)
  return (
    <SidePanel title={row.title} width={440} kicker={<Kicker row={row} />} onClose={close}>
      <Stack gap="sm">
        <div>
          <Text size="xs" c="dimmed" fw={500}>
            {t('panel.comesFrom')}
          </Text>
          <Text size="sm">{row.origin}</Text>
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to={`/e/$handle/${screen}`} params={{ handle }} search={search} />}>
            {t('panel.open')} <IconArrowRight size={13} aria-hidden style={{ verticalAlign: '-2px' }} />
          </Anchor>
        </div>
        {row.editable.map((field) => (
          <RecordField
            key={field}
            schema={field === 'state' ? actionFields.shape.state.exclude(['dropped']) : actionFields.shape[field]}
            area="actions"
            field={field}
            record={row.id}
            value={row[field]}
            save={(value) => save(row, field, value)}
          />
        ))}
        {!row.editable.includes('state') && (
          <Text size="xs" c="dimmed">
            {t('panel.follows')}
          </Text>
        )}
      </Stack>
    </SidePanel>
  )
}

function Kicker({ row }: { row: ActionRow }) {
  const { t } = useTranslation('actions')
  return (
    <Group gap={8}>
      <Text size="xs" c="dimmed" fw={500}>
        {`${t(`source.${row.source}`)} ${row.reference}`.trim()}
      </Text>
      <StateTag tone={row.isOverdue ? 'poor' : toneOfState[row.state]}>
        {row.isOverdue ? t('due.overdue') : t(`state.${row.state}`)}
      </StateTag>
    </Group>
  )
}
