import { Button, Checkbox, Group, NumberInput, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconFolders } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DossierFormat, type DossierResult, dossierDocuments, dossierFormat } from '../../../src-main/contract/dossier.ts'
import { useJob, useProcedure } from '../../app/calls.ts'
import { flushAll } from '../../app/save-state.ts'
import { useChooseFile } from '../../ui/choose-file.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import { DossierHolds, DossierWritten } from './DossierContents.tsx'

/** Opens the export of everything: all documents and all evidence in one piece. */
export function DossierButton() {
  const { t } = useTranslation('dossier')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" fullWidth mb="xs" leftSection={<IconFolders size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('screen.open')}
      </Button>
      {opened && (
        <Dialog title={t('name')} size="lg" onClose={() => setOpened(false)}>
          <DossierForm close={() => setOpened(false)} />
        </Dialog>
      )}
    </>
  )
}

const mebibyte = 1024 * 1024

function DossierForm({ close }: { close: () => void }) {
  const { t } = useTranslation('dossier')
  const { start, running, cancel } = useJob('dossier.export')
  const [format, setFormat] = useState<DossierFormat>('zip')
  const [documents, setDocuments] = useState<string[]>(['pdf'])
  const [withEvidence, setWithEvidence] = useState(true)
  const [overwrite, setOverwrite] = useState(false)
  const [embed, setEmbed] = useState<number | string>(1)
  const [result, setResult] = useState<DossierResult | null>(null)
  const { attempt, failure } = useAttempt()
  const { data: contents } = useProcedure('dossier.contents', {})
  const target = useTarget(format)
  const isReady = target.path.trim() !== '' && (format === 'html' || documents.length > 0)
  const run = () =>
    attempt(async () => {
      await flushAll()
      const chosen = dossierDocuments.options.filter((option) => documents.includes(option))
      const input = { to: target.path.trim(), format, withEvidence, overwrite, embedUpTo: Math.round(Number(embed) * mebibyte) }
      return start(chosen.length > 0 ? { ...input, documents: chosen } : input)
    }, setResult)
  if (result) return <DossierWritten result={result} close={close} />
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('screen.about')}
      </Text>
      <SegmentedControl
        aria-label={t('screen.format')}
        value={format}
        onChange={(value) => setFormat(dossierFormat.parse(value))}
        data={dossierFormat.options.map((value) => ({ value, label: t(`screen.formats.${value}`) }))}
      />
      {format !== 'html' && (
        <Checkbox.Group
          label={t('screen.documents')}
          value={documents}
          onChange={setDocuments}
          error={documents.length === 0 && t('screen.oneAtLeast')}
        >
          <Group mt={6}>
            {dossierDocuments.options.map((value) => (
              <Checkbox key={value} value={value} label={value.toUpperCase()} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Switch
        label={t('screen.withEvidence')}
        checked={withEvidence}
        onChange={({ currentTarget }) => setWithEvidence(currentTarget.checked)}
      />
      {format === 'html' && withEvidence && (
        <NumberInput
          label={t('screen.embed')}
          description={t('screen.embedHelp')}
          value={embed}
          onChange={setEmbed}
          min={0}
          max={20}
          suffix=" MB"
          clampBehavior="strict"
        />
      )}
      <TargetField format={format} {...target} />
      <Switch label={t('screen.overwrite')} checked={overwrite} onChange={({ currentTarget }) => setOverwrite(currentTarget.checked)} />
      {contents && <DossierHolds contents={contents} />}
      <Failure failure={failure} />
      <Group justify="space-between">
        <JobProgress running={running} cancel={cancel} />
        <Button ml="auto" onClick={() => void run()} disabled={running !== null || !isReady}>
          {t('screen.export')}
        </Button>
      </Group>
    </Stack>
  )
}

const extensions: Record<DossierFormat, string[]> = { zip: ['zip'], folder: [], html: ['html'] }

/** Where the dossier goes: typed, or chosen with the picker that every file is chosen with. */
function TargetField({ format, path, change }: { format: DossierFormat; path: string; change: (path: string) => void }) {
  const { t } = useTranslation('dossier')
  const { chooseSavePath } = useChooseFile()
  const choose = async () => {
    const question = { title: t('screen.where'), kind: t('screen.kind'), extensions: extensions[format], suggested: path }
    const chosen = await chooseSavePath(question)
    if (chosen !== null) change(chosen)
  }
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <TextInput
        label={t(format === 'folder' ? 'screen.folder' : 'screen.file')}
        value={path}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        style={{ flex: 1 }}
        data-autofocus
      />
      <Button variant="default" onClick={() => void choose()}>
        {t('screen.choose')}
      </Button>
    </Group>
  )
}

/** Where the dossier goes: the suggestion for its format, until someone types another place. */
function useTarget(format: DossierFormat): { path: string; change: (path: string) => void } {
  const { data: suggested, isPlaceholderData } = useProcedure('dossier.suggest', { format })
  const [typed, setTyped] = useState<string | null>(null)
  // Another format has another ending.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed belongs to the format that it was typed for
  useEffect(() => setTyped(null), [format])
  return { path: typed ?? (isPlaceholderData ? '' : (suggested?.path ?? '')), change: setTyped }
}
