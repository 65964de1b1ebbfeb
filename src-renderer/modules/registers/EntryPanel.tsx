import { Button, Group, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type Entry, type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { LinkedItems } from '../../ui/LinkedItems.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { partsOf } from './pages.ts'

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
  const area = `register-${register}`
  const { t, i18n } = useTranslation(['registers', area])
  const update = useChange('registers.update', { quiet: true })
  const { Head, Details } = partsOf[register] ?? {}
  const shape: Record<string, z.ZodType> = { ...registers[register].fields.shape }
  return (
    <SidePanel title={String(entry.fields.title)} width={480} kicker={<Kicker entry={entry} />} onClose={close}>
      <Stack gap="sm">
        {Head && <Head id={id} />}
        {Object.entries(shape).map(([field, schema]) => (
          <RecordField
            key={field}
            schema={schema}
            area={area}
            field={field}
            record={id}
            value={entry.fields[field] ?? null}
            save={(value) => update.mutateAsync({ register, id, fields: { [field]: value } })}
            {...(i18n.exists(`${area}:help.${field}`) ? { description: t(`${area}:help.${field}`) } : {})}
            autoFocus={field === 'title' && entry.fields.title === t(`${area}:newTitle`)}
          />
        ))}
        {Details && <Details id={id} />}
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

function Kicker({ entry: { fields, isOverdue } }: { entry: Entry }) {
  const { t } = useTranslation('registers')
  return (
    <Group gap={8}>
      <Text size="xs" c="dimmed" fw={500}>
        {String(fields.reference)}
      </Text>
      {isOverdue && <StateTag tone="poor">{t('overdueOne')}</StateTag>}
    </Group>
  )
}
