import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type ComponentType, Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type Entry, type RegisterId, registers } from '../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../app/calls.ts'
import { LinkedItems } from './LinkedItems.tsx'
import { RecordField } from './RecordField.tsx'
import { SidePanel } from './SidePanel.tsx'
import { StateTag } from './StateTag.tsx'

/** What the panel of a register has beside its fields. */
export interface EntryParts {
  /** Before the fields: where the entry stands. */
  Lead?: ComponentType<{ id: string }>
  /** After the fields: what hangs on the entry. */
  Details?: ComponentType<{ id: string }>
  /** Headings before fields, as keys of the register's language file. */
  headings?: Readonly<Record<string, string>>
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

function EntryForm({ entry, parts = {}, close, remove }: { entry: Entry } & Omit<EntryPanelProps, 'register' | 'id'>) {
  const { register, id } = entry
  const area = `register-${register}`
  const { t } = useTranslation(['registers', area])
  const update = useChange('registers.update', { quiet: true })
  const { Lead, Details, headings = {} } = parts
  const shape: Record<string, z.ZodType> = { ...registers[register].fields.shape }
  return (
    <SidePanel title={String(entry.fields.title)} width={480} kicker={<Kicker entry={entry} />} onClose={close}>
      <Stack gap="sm">
        {Lead && <Lead id={id} />}
        {Object.entries(shape).map(([field, schema]) => (
          <Fragment key={field}>
            {headings[field] && (
              <Title order={3} mt="xs">
                {t(`${area}:${headings[field]}`)}
              </Title>
            )}
            <RecordField
              schema={schema}
              area={area}
              field={field}
              record={id}
              value={entry.fields[field] ?? null}
              save={(value) => update.mutateAsync({ register, id, fields: { [field]: value } })}
              autoFocus={field === 'title' && entry.fields.title === t(`${area}:newTitle`)}
            />
          </Fragment>
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
