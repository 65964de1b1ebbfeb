import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentFormat, type ExportResult, type Report, type ReportOptions } from '../../../src-main/contract/documents.ts'
import { useJob, useProcedure } from '../../app/calls.ts'
import { desktop } from '../../app/host.ts'
import { flushAll } from '../../app/save-state.ts'
import { useChooseFile } from '../../ui/choose-file.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import { ExportLimits } from './ExportLimits.tsx'

/** Where a report goes, as what, and what was found again in it. */
export function Export({ report, options, name }: { report: Report; options: Partial<ReportOptions>; name: string }) {
  const { t } = useTranslation('documents')
  const { chooseSavePath } = useChooseFile()
  const { data: info } = useProcedure('engagement.info', {})
  const { start, running, cancel } = useJob('documents.export')
  const [format, setFormat] = useState<ExportResult['format']>('docx')
  const [result, setResult] = useState<ExportResult | null>(null)
  const { attempt, failure } = useAttempt()
  const folder = info?.path.replace(/[^/\\]*$/, '') ?? ''
  const run = () => {
    setResult(null)
    return attempt(async () => {
      await flushAll()
      const to = await chooseSavePath({
        title: t('exportTitle'),
        kind: format.toUpperCase(),
        extensions: [format],
        suggested: `${folder}${name}.${format}`,
      })
      return to === null ? null : start({ report, to, format, overwrite: true, options })
    }, setResult)
  }
  return (
    <Stack gap="xs">
      <SegmentedControl
        fullWidth
        aria-label={t('format')}
        value={format}
        onChange={(value) => setFormat(documentFormat.parse(value))}
        data={documentFormat.options.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <Button size="sm" leftSection={<IconFileDownload size={16} aria-hidden />} onClick={() => void run()} disabled={running !== null}>
        {t('export')}
      </Button>
      <JobProgress running={running} cancel={cancel} />
      <Failure failure={failure} />
      {result && <Exported result={result} />}
    </Stack>
  )
}

function Exported({ result }: { result: ExportResult }) {
  const { t } = useTranslation('documents')
  const bridge = desktop()
  const { unprinted, cut, hidden } = result.limits
  const isWhole = unprinted.length + cut.length + hidden.length === 0
  return (
    <Alert
      color="gray"
      role="status"
      styles={{
        root: { background: `var(--tone-${isWhole ? 'good' : 'fair'}-tint)` },
        message: { color: 'var(--mantine-color-text)', overflowWrap: 'anywhere' },
      }}
    >
      <Text size="sm">{t('exportDone', { rows: result.rows, size: Math.max(1, Math.round(result.size / 1024)) })}</Text>
      <Text size="xs">{result.path}</Text>
      <ExportLimits limits={result.limits} />
      {bridge && (
        <Group gap="xs" mt="xs">
          <Button variant="default" onClick={() => void bridge.openFile(result.path)}>
            {t('open')}
          </Button>
          <Button variant="default" onClick={() => void bridge.revealFile(result.path)}>
            {t('reveal')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
