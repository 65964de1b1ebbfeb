import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../../src-main/contract/evidence.ts'
import { EvidencePreview } from './EvidencePreview.tsx'
import { useFileActions } from './evidence-content.ts'
import { sizeWords } from './evidence-words.ts'
import { JobProgress } from './JobProgress.tsx'
import { Notice } from './Notice.tsx'

interface EvidenceFileCardProps {
  id: string
  file: EvidenceFile
  /** The preview is open from the start. */
  isOpen?: boolean
}

/** The file of an entry: what it is called, a look at it, and ways to open and save it. */
export function EvidenceFileCard({ id, file, isOpen = false }: EvidenceFileCardProps) {
  const { t } = useTranslation('evidence')
  const [isShown, setShown] = useState(isOpen)
  const { open, saveAs, said, running, cancel } = useFileActions(id, file)
  const isBusy = running !== null
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {file.name} · {sizeWords(t, file.size)}
      </Text>
      {file.givenName !== file.name && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('givenAs', { name: file.givenName })}
        </Text>
      )}
      <Group gap={4}>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={isShown}
          aria-label={t(isShown ? 'hide' : 'look', { name: file.name })}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'hideShort' : 'lookShort')}
        </Button>
        {!file.isRunnable && (
          <Button size="compact-xs" variant="default" disabled={isBusy} onClick={() => void open()}>
            {t('open')}
          </Button>
        )}
        <Button size="compact-xs" variant="default" disabled={isBusy} onClick={() => void saveAs()}>
          {t('saveAs')}
        </Button>
      </Group>
      {file.isRunnable && <Notice tone="fair">{t('onlySave')}</Notice>}
      <JobProgress running={running} cancel={cancel} />
      {said && (
        <Notice tone={said.tone} role={said.tone === 'poor' ? 'alert' : 'status'}>
          {said.words}
        </Notice>
      )}
      {isShown && <EvidencePreview id={id} file={file} />}
    </Stack>
  )
}
