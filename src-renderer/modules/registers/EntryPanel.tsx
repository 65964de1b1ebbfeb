import { Button, Group, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Entry, type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../app/calls.ts'
import { EvidenceField } from '../../ui/EvidenceField.tsx'
import { LinkedItems } from '../../ui/LinkedItems.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { EntryFields } from './EntryFields.tsx'
import { ProgressSection } from './Progress.tsx'
import { partsOf } from './pages.ts'
import { StateOf } from './StateOf.tsx'

interface EntryPanelProps {
  register: RegisterId
  id: string
  close: () => void
  remove: () => void
}

/** One entry of a register: its fields, what hangs on it, and what it is linked with. */
export function EntryPanel({ register, id, close, remove }: EntryPanelProps) {
  const { data: entry } = useProcedure('registers.get', { register, id })
  return entry?.id === id ? <EntryForm entry={entry} close={close} remove={remove} /> : null
}

function EntryForm({ entry, close, remove }: { entry: Entry; close: () => void; remove: () => void }) {
  const { register, id } = entry
  const { t } = useTranslation('registers')
  const { Details } = partsOf[register] ?? {}
  return (
    <SidePanel title={String(entry.fields.title)} width={440} kicker={<Kicker entry={entry} />} onClose={close}>
      <Stack gap="md">
        {register === 'objectives' && <ProgressSection fields={entry.fields} />}
        <EntryFields entry={entry} />
        {Details && <Details id={id} />}
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
  const field = 'state' in registers[register].fields.shape ? 'state' : null
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
