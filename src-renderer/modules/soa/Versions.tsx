import { Group, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

const wordsOf: Record<string, string> = {
  applicability: 'applicability',
  status: 'status',
  evidenceState: 'evidenceState',
  reasons: 'reason',
}

/** The approved versions, and the difference between any two of them or the SoA as it stands. */
export function Versions({ close }: { close: () => void }) {
  const { t } = useTranslation(['soa', 'ui'])
  const { data: versions = [] } = useProcedure('soa.versions', {})
  const [chosenFrom, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState('0')
  const options = [
    { value: '0', label: t('asItStands') },
    ...versions.map(({ number, approvedOn, approver }) => ({
      value: String(number),
      label: `${t('version', { number })} · ${approvedOn} · ${approver}`,
    })),
  ]
  const from = chosenFrom ?? String(versions[0]?.number ?? 0)
  return (
    <Dialog onClose={close} size="min(980px, 94vw)" title={t('versionsTitle')}>
      {versions.length === 0 ? (
        <EmptyState title={t('noVersion')}>{t('noVersionHelp')}</EmptyState>
      ) : (
        <Stack gap="md">
          <Group grow>
            <Select data-autofocus label={t('from')} data={options} value={from} onChange={setFrom} allowDeselect={false} />
            <Select label={t('to')} data={options} value={to} onChange={(value) => setTo(value ?? '0')} allowDeselect={false} />
          </Group>
          <DifferenceTable from={Number(from)} to={Number(to)} />
        </Stack>
      )}
    </Dialog>
  )
}

function DifferenceTable({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation('soa')
  const { data } = useProcedure('soa.difference', { from, to })
  if (!data) return null
  const printed = (field: string, value: string) => {
    const words = wordsOf[field]
    return words && value
      ? value
          .split(', ')
          .map((part) => t(`${words}.${part}`))
          .join(', ')
      : value
  }
  const rows = data.changed.flatMap(({ code, fields }) => fields.map((field) => ({ code, ...field })))
  if (rows.length + data.added.length + data.removed.length === 0) return <Text>{t('report.noChanges')}</Text>
  return (
    <>
      {data.added.length > 0 && <Text size="sm">{t('addedControls', { codes: data.added.join(', ') })}</Text>}
      {data.removed.length > 0 && <Text size="sm">{t('removedControls', { codes: data.removed.join(', ') })}</Text>}
      <Table verticalSpacing={6} aria-label={t('versionsTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={90}>{t('report.columns.code')}</Table.Th>
            <Table.Th w={180}>{t('report.columns.field')}</Table.Th>
            <Table.Th>{data.from}</Table.Th>
            <Table.Th>{data.to}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.code}${row.field}`}>
              <Table.Td>{row.code}</Table.Td>
              <Table.Td>{t(`fields.${row.field}`)}</Table.Td>
              <Table.Td>{printed(row.field, row.old)}</Table.Td>
              <Table.Td>{printed(row.field, row.new)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
