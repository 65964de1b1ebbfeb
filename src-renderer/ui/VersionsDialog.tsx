import { Group, Select, Stack, Table, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovedVersion, VersionDifference } from '../../src-main/contract/versions.ts'
import { Dialog } from './Dialog.tsx'
import { EmptyState } from './EmptyState.tsx'

export interface Compared {
  from: number
  to: number
}

interface VersionsDialogProps {
  versions: ApprovedVersion[] | undefined
  /** They are being asked for: what is known may be from before the last approval. */
  isAsked: boolean
  /** What is said where nothing was approved yet. */
  none: string
  /** The difference between two versions, as a DifferenceTable. */
  children: (compared: Compared) => ReactNode
  close: () => void
}

/** The approved versions, and the difference between any two of them or the work as it stands. */
export function VersionsDialog({ versions, isAsked, none, children, close }: VersionsDialogProps) {
  const { t } = useTranslation('ui')
  const [chosenFrom, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState('0')
  // Never "not approved yet" on the way to its versions.
  if (!versions || (isAsked && versions.length === 0)) return null
  const options = [
    { value: '0', label: t('versions.asItStands') },
    ...versions.map(({ number, approvedOn, approver }) => ({
      value: String(number),
      label: `${t('versions.version', { number })} · ${approvedOn} · ${approver}`,
    })),
  ]
  const from = chosenFrom ?? String(versions[0]?.number ?? 0)
  return (
    <Dialog onClose={close} size="min(980px, 94vw)" title={t('versions.title')}>
      {versions.length === 0 ? (
        <EmptyState title={t('versions.none')}>{none}</EmptyState>
      ) : (
        <Stack gap="md">
          <Group grow>
            <Select data-autofocus label={t('versions.from')} data={options} value={from} onChange={setFrom} allowDeselect={false} />
            <Select label={t('versions.to')} data={options} value={to} onChange={(value) => setTo(value ?? '0')} allowDeselect={false} />
          </Group>
          {children({ from: Number(from), to: Number(to) })}
        </Stack>
      )}
    </Dialog>
  )
}

/** What changed from one version to another: what came and went, and each field that is another. */
export function DifferenceTable({
  difference: data,
  recordTitle,
  recordWidth,
  fieldName,
  printed,
}: {
  difference: VersionDifference
  /** Title of the column that names the record, and its width in pixels. */
  recordTitle: string
  recordWidth: number
  fieldName: (field: string) => string
  /** A stored value in words. */
  printed: (field: string, value: string) => string
}) {
  const { t } = useTranslation('ui')
  const rows = data.changed.flatMap(({ code, fields }) => fields.map((field) => ({ code, ...field })))
  if (rows.length + data.added.length + data.removed.length === 0) return <Text>{t('versions.nothing')}</Text>
  return (
    <>
      {data.added.length > 0 && <Text size="sm">{t('versions.added', { records: data.added.join(', ') })}</Text>}
      {data.removed.length > 0 && <Text size="sm">{t('versions.removed', { records: data.removed.join(', ') })}</Text>}
      {rows.length > 0 && (
        <Table verticalSpacing={6} layout="fixed" aria-label={t('versions.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={`min(${recordWidth}px, 28%)`}>{recordTitle}</Table.Th>
              <Table.Th w="min(180px, 20%)">{t('versions.field')}</Table.Th>
              <Table.Th>{data.from}</Table.Th>
              <Table.Th>{data.to}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.code}${row.field}`}>
                <Table.Td>{row.code}</Table.Td>
                <Table.Td>{fieldName(row.field)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-line' }}>{printed(row.field, row.old)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-line' }}>{printed(row.field, row.new)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
