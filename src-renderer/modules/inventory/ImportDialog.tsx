import { Alert, Button, Group, ScrollArea, Select, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ColumnMapping, type ImportPreview, systemField } from '../../../src-main/contract/inventory.ts'
import { useJob } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'

/** Which column of the client's list fills which field: proposed, shown with the first rows, and changeable. */
export function ImportDialog({ path, close }: { path: string; close: () => void }) {
  const { t } = useTranslation(['inventory', 'ui'])
  const preview = useJob('inventory.previewImport')
  const run = useJob('inventory.import')
  const [shown, setShown] = useState<ImportPreview | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const fail = (error: unknown) => setFailure(error instanceof Error ? error.message : String(error))
  const read = (mapping?: ColumnMapping) => preview.start({ path, ...(mapping ? { mapping } : {}) }).then(setShown, fail)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each file that is chosen
  useEffect(() => {
    void read()
  }, [path])
  const bring = () =>
    run
      .start({ path, ...(shown ? { mapping: shown.mapping } : {}) })
      .then((result) => {
        notifications.show({
          message: t('import.done', { count: result.imported, duplicates: result.duplicates, withoutName: result.withoutName }),
          autoClose: 8000,
        })
        close()
      })
      .catch(fail)
  const change = (field: string, column: string | null) => {
    if (!shown) return
    const mapping = { ...shown.mapping, [field]: column === null ? null : Number(column) }
    setShown({ ...shown, mapping })
    void read(mapping)
  }
  const hasName = shown?.mapping.name !== null && shown?.mapping.name !== undefined
  return (
    <Dialog onClose={close} size="min(1080px, 94vw)" title={t('import.title', { name: path.replace(/^.*[/\\]/, '') })}>
      <Stack gap="md">
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failure}
          </Alert>
        )}
        {shown && (
          <>
            <Text size="sm" c="dimmed">
              {t('import.about', {
                count: shown.records,
                columns: shown.header.length,
                encoding: shown.encoding,
                delimiter: t(`import.delimiters.${shown.delimiter === '\t' ? 'tab' : shown.delimiter === ';' ? 'semicolon' : 'comma'}`),
              })}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="sm">
              {systemField.options.map((field) => (
                <Select
                  key={field}
                  label={t(`fields.${field}`)}
                  data={shown.header.map((name, index) => ({ value: String(index), label: name }))}
                  value={shown.mapping[field] === null || shown.mapping[field] === undefined ? null : String(shown.mapping[field])}
                  onChange={(column) => change(field, column)}
                  placeholder={t('import.noColumn')}
                  clearable
                  searchable
                  withAsterisk={field === 'name'}
                  error={field === 'name' && !hasName ? t('import.nameNeeded') : undefined}
                />
              ))}
            </SimpleGrid>
            <Values preview={shown} />
            <Sample preview={shown} />
            {shown.warnings.map((warning) => (
              <Text key={warning} size="sm" c="var(--tone-fair-strong)">
                {warning}
              </Text>
            ))}
          </>
        )}
        <Group justify="flex-end">
          <JobProgress running={run.running ?? (shown ? null : preview.running)} cancel={run.running ? run.cancel : preview.cancel} />
          <Text size="sm" c="dimmed">
            {shown && shown.duplicates > 0 ? t('import.duplicates', { count: shown.duplicates }) : ''}
          </Text>
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button onClick={() => void bring()} disabled={!shown || !hasName || run.running !== null} data-autofocus>
            {t('import.bring', { count: shown ? shown.records - shown.duplicates : 0 })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** What the words of a choice column become; what none of our words fits is kept in the notes. */
function Values({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('inventory')
  if (preview.values.length === 0) return null
  return (
    <Text size="xs" c="dimmed">
      {preview.values
        .slice(0, 12)
        .map(
          ({ field, value, count, becomes }) =>
            `${value} (${count}) → ${becomes === null ? t('import.keptInNotes') : t(`${field}.${becomes}`)}`,
        )
        .join(' · ')}
    </Text>
  )
}

function Sample({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const columns = systemField.options.flatMap((field) => {
    const column = preview.mapping[field]
    return column === null || column === undefined ? [] : [{ field, column }]
  })
  return (
    <ScrollArea.Autosize mah={240} viewportProps={{ tabIndex: 0, 'aria-label': t('import.sample'), role: 'region' }}>
      <Table verticalSpacing={4} aria-label={t('import.sample')} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ field }) => (
              <Table.Th key={field}>{t(`fields.${field}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.sample.map((record) => (
            <Table.Tr key={record.join('\u241F')}>
              {columns.map(({ field, column }) => (
                <Table.Td key={field}>
                  <Text size="xs" lineClamp={2}>
                    {record[column]}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
