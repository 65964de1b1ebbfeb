import { Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AttachResult, attachOutcome } from '../../src-main/contract/evidence.ts'
import { desktop } from '../app/host.ts'
import styles from './Evidence.module.css'
import { JobProgress } from './JobProgress.tsx'
import { Notice } from './Notice.tsx'
import { type AttachPlace, pastedFile, useAttach } from './use-attach.ts'

interface EvidenceDropProps extends AttachPlace {
  /** Takes one file alone. */
  isSingle?: boolean
  /** A paste anywhere on the screen comes here; otherwise only one while the focus is inside. */
  takesPaste?: boolean
  children?: ReactNode
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** A place that files are dropped on, pasted into, or chosen for. */
export function EvidenceDrop({ isSingle = false, takesPaste = true, children, ...place }: EvidenceDropProps) {
  const { t } = useTranslation('evidence')
  const { attachFiles, attachPaths, cancel, running, result, failure } = useAttach(place)
  const [isOver, setIsOver] = useState(false)
  const isBusy = running !== null
  useEffect(() => {
    if (!takesPaste || isBusy) return
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (event.defaultPrevented || files.length === 0) return
      event.preventDefault()
      void attachFiles(files.slice(0, isSingle ? 1 : undefined).map((file) => pastedFile(t, file)))
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [attachFiles, takesPaste, isBusy, isSingle, t])
  const over = (event: DragEvent) => {
    if (!hasFiles(event) || isBusy) return
    event.preventDefault()
    event.stopPropagation()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    setIsOver(false)
    if (!isBusy) void attachFiles([...event.dataTransfer.files].slice(0, isSingle ? 1 : undefined))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the button beside is the one for the keyboard
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      data-evidence-drop
    >
      {children}
      <Stack gap={6}>
        <Group gap="xs" wrap="nowrap">
          <ChooseButton isSingle={isSingle} isBusy={isBusy} attachFiles={attachFiles} attachPaths={attachPaths} />
          <Text size="xs" c="dimmed">
            {t(isOver ? 'dropNow' : 'drop')}
          </Text>
        </Group>
        <JobProgress running={running} cancel={cancel} />
        {failure !== null && (
          <Notice tone="poor" role="alert">
            {failure}
          </Notice>
        )}
        {result && <Outcome result={result} />}
      </Stack>
    </div>
  )
}

interface ChooseButtonProps {
  isSingle: boolean
  isBusy: boolean
  attachFiles: (files: readonly File[]) => Promise<void>
  attachPaths: (paths: string[]) => Promise<void>
}

/** The system's dialog gives paths on the desktop; a browser gives the files themselves. */
function ChooseButton({ isSingle, isBusy, attachFiles, attachPaths }: ChooseButtonProps) {
  const { t } = useTranslation('evidence')
  const bridge = desktop()
  const look = {
    variant: 'default',
    disabled: isBusy,
    leftSection: <IconPaperclip size={14} aria-hidden />,
    style: { flex: 'none' },
  } as const
  if (bridge) {
    const choose = async () => {
      const question = { title: t('chooseTitle'), kind: t('anyFile'), extensions: [] }
      const paths = isSingle ? [(await bridge.chooseFile(question)) ?? []].flat() : await bridge.chooseFiles(question)
      if (paths.length > 0) await attachPaths(paths)
    }
    return (
      <Button {...look} onClick={() => void choose()}>
        {t('attach')}
      </Button>
    )
  }
  const take = (chosen: File | File[] | null) => {
    const files = [chosen ?? []].flat()
    if (files.length > 0) void attachFiles(files)
  }
  return (
    <FileButton onChange={take} multiple={!isSingle} inputProps={{ 'aria-label': t('chooseTitle') }}>
      {(props) => (
        <Button {...look} {...props}>
          {t('attach')}
        </Button>
      )}
    </FileButton>
  )
}

/** What came of it: how many files in which way, and each that was refused with its reason. */
function Outcome({ result: { attached, refused } }: { result: AttachResult }) {
  const { t } = useTranslation('evidence')
  const lines = attachOutcome.options.flatMap((outcome) => {
    const count = attached.filter((each) => each.outcome === outcome).length
    return count === 0 ? [] : [t(`outcome.${outcome}`, { count })]
  })
  return (
    <>
      {lines.length > 0 && (
        <Notice tone="good" role="status">
          {lines.join(' ')}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="poor" role="alert">
          {refused.map(({ name, sentence }) => (
            <div key={name}>{t('refused', { name, sentence })}</div>
          ))}
        </Notice>
      )}
    </>
  )
}
