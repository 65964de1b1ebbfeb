import { Button, Group, List, ScrollArea, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierContents, DossierResult } from '../../../src-main/contract/dossier.ts'
import { desktop } from '../../app/host.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { ExportLimits } from './ExportLimits.tsx'

const mebibyte = 1024 * 1024
const megabytes = (bytes: number) => (bytes / mebibyte).toLocaleString(undefined, { maximumFractionDigits: 1 })

/** What a dossier holds, and what is missing from it. */
export function DossierHolds({ contents }: { contents: DossierContents }) {
  const { t } = useTranslation('dossier')
  const { documents, evidence, unanswered, leftOut, withoutFile } = contents
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <StateTag tone="info">{t('screen.held', { count: documents.length })}</StateTag>
        <StateTag tone="info">{t('screen.files', { count: evidence.files, size: megabytes(evidence.size) })}</StateTag>
        <StateTag tone={unanswered.length > 0 ? 'poor' : 'good'}>{t('screen.unanswered', { count: unanswered.length })}</StateTag>
      </Group>
      <Missing title={t('screen.unansweredTitle')} items={unanswered.map(({ id, title }) => `${id} ${title}`)} />
      <Missing title={t('screen.withoutFile')} items={withoutFile.map(({ id, title }) => `${id} ${title}`)} />
      <Missing title={t('screen.leftOut')} items={leftOut.map(({ title }) => title)} />
    </Stack>
  )
}

function Missing({ title, items }: { title: string; items: string[] }): ReactNode {
  if (items.length === 0) return null
  return (
    <details>
      <summary>
        <Text span size="sm">
          {title} ({items.length})
        </Text>
      </summary>
      <ScrollArea.Autosize mah={160} type="auto" viewportProps={{ tabIndex: 0 }}>
        <List size="sm" pl="md" py={4}>
          {items.map((item) => (
            <List.Item key={item}>{item}</List.Item>
          ))}
        </List>
      </ScrollArea.Autosize>
    </details>
  )
}

/** A dossier that was written: where, how large, what is in it and what is not. */
export function DossierWritten({ result, close }: { result: DossierResult; close: () => void }) {
  const { t } = useTranslation(['dossier', 'ui', 'documents'])
  const bridge = desktop()
  return (
    <Stack gap="md">
      <Stack gap={4} role="status">
        <Text fw={600}>{t('screen.done', { files: result.files, size: megabytes(result.size) })}</Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {result.path}
        </Text>
      </Stack>
      <DossierHolds contents={result} />
      {result.limits.map((limited) => (
        <div key={limited.file}>
          <Text size="sm" fw={600}>
            {limited.file}
          </Text>
          <ExportLimits limits={limited} />
        </div>
      ))}
      <Group justify="flex-end">
        {bridge && (
          <Button variant="default" onClick={() => void bridge.revealFile(result.path)}>
            {t('documents:reveal')}
          </Button>
        )}
        <Button onClick={close} data-autofocus>
          {t('ui:close')}
        </Button>
      </Group>
    </Stack>
  )
}
