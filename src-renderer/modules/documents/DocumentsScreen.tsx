import { Alert, Button, Group, NavLink, SegmentedControl, Select, Stack, Switch, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  documentFormat,
  type ExportResult,
  type Report,
  type ReportOptions,
  report as reportSchema,
} from '../../../src-main/contract/documents.ts'
import { type EngagementRecord, engagementField, engagementFields } from '../../../src-main/contract/engagement.ts'
import { useChange, useJob, useProcedure } from '../../app/calls.ts'
import { desktop } from '../../app/host.ts'
import { useRound } from '../../app/round.tsx'
import { flushAll } from '../../app/save-state.ts'
import { useChooseFile } from '../../ui/choose-file.tsx'
import type { FieldValue } from '../../ui/draft.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { moment } from '../../ui/moment.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import { AssessmentOptions } from './AssessmentOptions.tsx'
import { ClassificationOptions } from './ClassificationOptions.tsx'
import styles from './DocumentsScreen.module.css'
import { entryOptions } from './EntryOptions.tsx'
import type { OptionsProps } from './options.ts'
import { Preview } from './Preview.tsx'
import { statementOptions } from './StatementOptions.tsx'

/** The reports: which there are, how they look page by page, and their export. */
export function DocumentsScreen() {
  const { t } = useTranslation('documents')
  const { data: reports = [] } = useProcedure('documents.list', {})
  const { kind, system, assessment, record } = useSearch({ strict: false })
  const [report, setReport] = useState<Report>(reportSchema.safeParse(kind).data ?? 'gap')
  const [options, setOptions] = useState<Partial<ReportOptions>>({
    ...(system ? { systemIds: [system] } : {}),
    ...(assessment ? { assessmentId: assessment } : {}),
    ...(record ? { recordId: record } : {}),
  })
  const Options = optionsOf[report]
  const chosen = reports.find((entry) => entry.report === report)
  return (
    <div className={styles.page}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <nav className={styles.list} aria-label={t('list')}>
        {reports.map((entry) => (
          <NavLink
            key={entry.report}
            component="button"
            active={entry.report === report}
            aria-current={entry.report === report}
            label={entry.title}
            description={
              entry.lastExport
                ? t('exportedOn', { state: entry.state, date: moment(entry.lastExport.at) })
                : t('neverExported', { state: entry.state })
            }
            onClick={() => {
              setReport(entry.report)
              setOptions({})
            }}
          />
        ))}
      </nav>
      <Preview report={report} options={options} />
      <aside className={styles.options} aria-label={t('options')}>
        {chosen && (
          <Stack gap="md">
            <Title order={2}>{chosen.title}</Title>
            {Options && <Options options={options} change={setOptions} />}
            <Export key={report} report={report} options={options} name={chosen.suggestedName} />
            <Names />
          </Stack>
        )}
      </aside>
    </div>
  )
}

/** What a report can be made of, where there is a choice. */
const optionsOf: Partial<Record<Report, ComponentType<OptionsProps>>> = {
  gap: GapOptions,
  soa: SoaOptions,
  classification: ClassificationOptions,
  impact: AssessmentOptions,
  rights: AssessmentOptions,
  ...statementOptions,
  incident: entryOptions('incidents'),
  audit: entryOptions('audits'),
  review: entryOptions('reviews'),
}

function GapOptions({ options, change }: OptionsProps) {
  const { t } = useTranslation('documents')
  const { rounds } = useRound()
  const data = rounds.map(({ id, name }) => ({ value: id, label: name }))
  const round = options.roundId ?? rounds.at(-1)?.id ?? null
  return (
    <>
      <Select
        label={t('round')}
        data={data}
        value={round}
        onChange={(roundId) => change({ ...options, ...(roundId ? { roundId } : {}) })}
        allowDeselect={false}
      />
      {rounds.length > 1 && (
        <Select
          label={t('compareWith')}
          data={data.filter(({ value }) => value !== round)}
          value={options.compareWith ?? null}
          onChange={(compareWith) => change({ ...options, compareWith: compareWith ?? undefined })}
          clearable
          placeholder={t('nothing')}
        />
      )}
      <Switch
        label={t('withNotes')}
        checked={options.withNotes ?? true}
        onChange={({ currentTarget }) => change({ ...options, withNotes: currentTarget.checked })}
      />
    </>
  )
}

function SoaOptions({ options, change }: OptionsProps) {
  const { t } = useTranslation(['documents', 'soa'])
  const { data: versions = [] } = useProcedure('soa.versions', {})
  return (
    <Select
      label={t('soaVersion')}
      data={[
        { value: '0', label: t('soa:asItStands') },
        ...versions.map(({ number, approvedOn }) => ({ value: String(number), label: `${t('soa:version', { number })} · ${approvedOn}` })),
      ]}
      value={String(options.soaVersion ?? 0)}
      onChange={(value) => change({ ...options, soaVersion: Number(value ?? 0) })}
      allowDeselect={false}
    />
  )
}

function Export({ report, options, name }: { report: Report; options: Partial<ReportOptions>; name: string }) {
  const { t } = useTranslation('documents')
  const { chooseSavePath } = useChooseFile()
  const { data: info } = useProcedure('engagement.info', {})
  const { start, running, cancel } = useJob('documents.export')
  const [format, setFormat] = useState<ExportResult['format']>('docx')
  const [result, setResult] = useState<ExportResult | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const folder = info?.path.replace(/[^/\\]*$/, '') ?? ''
  const run = async () => {
    setResult(null)
    setFailure(null)
    try {
      await flushAll()
      const to = await chooseSavePath({
        title: t('exportTitle'),
        kind: format.toUpperCase(),
        extensions: [format],
        suggested: `${folder}${name}.${format}`,
      })
      if (to !== null) setResult(await start({ report, to, format, overwrite: true, options }))
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
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
      {failure && (
        <Alert
          color="gray"
          role="alert"
          styles={{ root: { background: 'var(--tone-poor-tint)' }, message: { color: 'var(--mantine-color-text)' } }}
        >
          {failure}
        </Alert>
      )}
      {result && <Exported result={result} />}
    </Stack>
  )
}

function Exported({ result }: { result: ExportResult }) {
  const { t } = useTranslation('documents')
  const bridge = desktop()
  return (
    <Alert
      color="gray"
      role="status"
      styles={{ root: { background: 'var(--tone-good-tint)' }, message: { color: 'var(--mantine-color-text)', overflowWrap: 'anywhere' } }}
    >
      <Text size="sm">{t('exportDone', { rows: result.rows, size: Math.max(1, Math.round(result.size / 1024)) })}</Text>
      <Text size="xs">{result.path}</Text>
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

/** What stands on every cover and in every control table. */
function Names() {
  const { t } = useTranslation('documents')
  const { data: engagement } = useProcedure('engagement.get', {})
  if (!engagement) return null
  return (
    <Stack gap="sm">
      <Text size="xs" fw={600} c="dimmed">
        {t('names')}
      </Text>
      {engagementField.options.map((field) => (
        <NameField key={field} engagement={engagement} field={field} />
      ))}
    </Stack>
  )
}

function NameField({ engagement, field }: { engagement: EngagementRecord; field: keyof typeof engagementFields.shape }) {
  const update = useChange('engagement.update', { quiet: true })
  return (
    <RecordField
      schema={engagementFields.shape[field]}
      area="engagement"
      field={field}
      record={engagement.id}
      value={engagement[field]}
      save={(value: FieldValue) => update.mutateAsync(engagementFields.partial().parse({ [field]: value }))}
    />
  )
}
