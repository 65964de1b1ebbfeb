import { Button, Group, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { type Entry, type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import { stateTones } from '../../../src-main/contract/registers/tones.ts'
import { useProcedure } from '../../app/calls.ts'
import { EvidenceField } from '../EvidenceField.tsx'
import { LinkedItems } from '../LinkedItems.tsx'
import { SidePanel } from '../SidePanel.tsx'
import { StateTag } from '../StateTag.tsx'
import { EntryFields } from './EntryFields.tsx'
import { StateOf } from './StateOf.tsx'

/** What the panel of a register has beside its fields. */
export interface EntryParts {
  /** Before the fields: where the entry stands. */
  Lead?: ComponentType<{ id: string; entry: Entry }>
  /** After the fields: what hangs on the entry. */
  Details?: ComponentType<{ id: string; entry: Entry }>
}

interface EntryPanelProps {
  register: RegisterId
  id: string
  parts?: EntryParts | undefined
  close: () => void
  remove: () => void
}

/** One entry of a register: its fields, what hangs on it, and what it is linked with. */
export function EntryPanel({ register, id, ...rest }: EntryPanelProps) {
  const { data: entry } = useProcedure('registers.get', { register, id })
  return entry?.id === id ? <EntryForm entry={entry} {...rest} /> : null
}

function EntryForm({ entry, parts: { Lead, Details } = {}, close, remove }: { entry: Entry } & Omit<EntryPanelProps, 'register' | 'id'>) {
  const { register, id } = entry
  const { t } = useTranslation('registers')
  return (
    <SidePanel title={String(entry.fields.title)} width={440} kicker={<Kicker entry={entry} />} onClose={close}>
      <Stack gap="md">
        {Lead && <Lead id={id} entry={entry} />}
        <EntryFields entry={entry} />
        {Details && <Details id={id} entry={entry} />}
        <EvidenceField target={{ kind: register, id }} />
        <LinkedItems record={id} linked={entry.linked} />
        <Group>
          <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={remove}>
            {t('removeThis')}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  )
}

/** The reference, how the entry stands, and whether it is late. */
function Kicker({ entry: { register, fields, isOverdue } }: { entry: Entry }) {
  const { t } = useTranslation('registers')
  // Where a register has no state, the first field with a tone says how the entry stands.
  const field = 'state' in registers[register].fields.shape ? 'state' : Object.keys(stateTones[register])[0]
  return (
    <Group gap={10} mb={2}>
      <Text size="xs" c="dimmed" fw={500}>
        {String(fields.reference)}
      </Text>
      {field && <StateOf register={register} field={field} value={fields[field]} />}
      {isOverdue && (
        <StateTag tone="poor" bare>
          {t('overdueOne')}
        </StateTag>
      )}
    </Group>
  )
}
