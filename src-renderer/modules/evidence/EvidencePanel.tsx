import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFields } from '../../../src-main/contract/evidence.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { registers } from '../../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { EvidenceDrop } from '../../ui/EvidenceDrop.tsx'
import { EvidenceFileCard } from '../../ui/EvidenceFileCard.tsx'
import { stateTone, validityTone } from '../../ui/evidence-words.ts'
import { LinkedItems } from '../../ui/LinkedItems.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './EvidenceScreen.module.css'

type Details = OutputOf<'evidence.get'>

interface PanelProps {
  id: string
  close: () => void
  remove: () => void
}

/** Everything about one entry: its file, whether it counts, whom it is asked of, and where it is used. */
export function EvidencePanel({ id, close, remove }: PanelProps) {
  const { data: entry } = useProcedure('evidence.get', { id })
  return entry?.id === id ? <EvidenceForm key={id} entry={entry} close={close} remove={remove} /> : null
}

function EvidenceForm({ entry, close, remove }: { entry: Details } & Omit<PanelProps, 'id'>) {
  const { t } = useTranslation(['evidence', 'register-evidence'])
  const update = useChange('registers.update', { quiet: true })
  const { id, fields } = entry
  const field = (name: keyof EvidenceFields, options: { autoFocus?: boolean } = {}) => (
    <RecordField
      key={name}
      schema={registers.evidence.fields.shape[name]}
      area="register-evidence"
      field={name}
      record={id}
      value={fields[name]}
      save={(value) => update.mutateAsync({ register: 'evidence', id, fields: { [name]: value } })}
      {...options}
    />
  )
  return (
    <SidePanel title={fields.title} width={480} kicker={<Kicker entry={entry} />} onClose={close}>
      <Stack gap="sm">
        {field('title', { autoFocus: fields.title === t('register-evidence:newTitle') })}
        {field('description')}
        <Part title={t('panel.file')}>
          <FileOf entry={entry} />
          {field('location')}
        </Part>
        <Part title={t('panel.state')}>
          <SimpleGrid cols={2} spacing="sm">
            {field('state')}
            {field('kind')}
            {field('receivedOn')}
            {field('validUntil')}
          </SimpleGrid>
        </Part>
        <Part title={t('panel.asked')}>
          {field('requestedFrom')}
          <SimpleGrid cols={2} spacing="sm">
            {field('requestedOn')}
            {field('dueDate')}
          </SimpleGrid>
        </Part>
        <SimpleGrid cols={2} spacing="sm">
          {field('owner')}
          {field('reference')}
        </SimpleGrid>
        {field('notes')}
        <LinkedItems record={id} linked={entry.linked} />
        <Group>
          <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={remove}>
            {t('panel.remove')}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.part}>
      <Title order={3} mb={8} id={id}>
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  )
}

/** The file with its preview, or the place for it. */
function FileOf({ entry: { id, file } }: { entry: Details }) {
  const { t } = useTranslation('evidence')
  const detach = useChange('evidence.detach')
  if (!file)
    return (
      <EvidenceDrop entry={id} isSingle>
        <Text size="xs" c="dimmed" mb={6}>
          {t('panel.noFile')}
        </Text>
      </EvidenceDrop>
    )
  return (
    <>
      <EvidenceFileCard key={file.sha256} id={id} file={file} isOpen />
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" truncate title={file.sha256}>
          {t('sha256', { sha256: file.sha256 })}
        </Text>
        <Button variant="subtle" size="compact-xs" style={{ flex: 'none' }} onClick={() => detach.mutate({ id })}>
          {t('detach')}
        </Button>
      </Group>
    </>
  )
}

function Kicker({ entry: { fields, validity, isOverdue } }: { entry: Details }) {
  const { t } = useTranslation(['evidence', 'register-evidence', 'registers'])
  return (
    <Group gap={8}>
      <Text size="xs" c="dimmed" fw={500}>
        {fields.reference}
      </Text>
      <StateTag tone={stateTone[fields.state]} bare>
        {t(`register-evidence:state.${fields.state}`)}
      </StateTag>
      {isOverdue && (
        <StateTag tone="poor" bare>
          {t('registers:overdueOne')}
        </StateTag>
      )}
      {(validity === 'expired' || validity === 'expiring') && (
        <StateTag tone={validityTone[validity]} bare>
          {t(`validity.${validity}`)}
        </StateTag>
      )}
    </Group>
  )
}
