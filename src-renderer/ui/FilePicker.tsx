import { Button, Group, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconArrowUp, IconFile, IconFolder, IconHome } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileQuestion, SavePathQuestion } from '../../src-main/contract/host.ts'
import { useProcedure } from '../app/calls.ts'
import { Dialog } from './Dialog.tsx'
import styles from './FilePicker.module.css'

export type PickerQuestion = ({ mode: 'open' } & FileQuestion) | ({ mode: 'save' } & SavePathQuestion)

const folderOf = (path: string) => path.replace(/[/\\][^/\\]*$/, '')
const nameOf = (path: string) => path.replace(/^.*[/\\]/, '')
const separatorOf = (folder: string) => (folder.includes('\\') && !folder.includes('/') ? '\\' : '/')

/** Where the last file was found: the next one is often beside it. */
let lastFolder: string | undefined

/** Chooses a file, or a folder and a name, where the host has no dialog of its own. */
export function FilePicker({ question, answer }: { question: PickerQuestion; answer: (path: string | null) => void }) {
  const { t } = useTranslation('ui')
  const suggested = question.mode === 'save' ? question.suggested : ''
  const [folder, setFolder] = useState<string | undefined>(/[/\\]/.test(suggested) ? folderOf(suggested) : lastFolder)
  const [typed, setTyped] = useState<string | null>(null)
  const [name, setName] = useState(nameOf(suggested))
  const { data, error } = useProcedure('files.list', { ...(folder === undefined ? {} : { folder }), extensions: question.extensions })
  const here = data?.folder ?? folder ?? ''
  useEffect(() => {
    if (data && folder === undefined) setFolder(data.folder)
  }, [data, folder])
  const openFolder = (path: string | undefined) => {
    setTyped(null)
    setFolder(path)
  }
  const isAny = question.extensions.length === 0
  const hasExtension = (path: string) => isAny || question.extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))
  const choose = (path: string) => {
    lastFolder = folderOf(path)
    answer(path)
  }
  /** A path may be pasted: of a file to open it, of a folder to see it. */
  const go = (path: string) => {
    if (question.mode === 'open' && hasExtension(path)) choose(path)
    else openFolder(path)
  }
  const withExtension = (given: string) => (hasExtension(given) ? given : `${given}.${question.extensions[0] ?? ''}`)
  const save = () => name.trim() && choose(`${here}${here.endsWith('/') ? '' : separatorOf(here)}${withExtension(name.trim())}`)
  return (
    <Dialog onClose={() => answer(null)} title={question.title} size="lg">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <TextInput
            aria-label={t(question.mode === 'open' ? 'files.path' : 'files.folder')}
            value={typed ?? here}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && go((typed ?? here).trim())}
            style={{ flex: 1 }}
            {...(question.mode === 'open' ? { 'data-autofocus': true } : {})}
          />
          <Group gap={4} wrap="nowrap">
            <Button
              variant="default"
              leftSection={<IconArrowUp size={14} />}
              disabled={!data?.parent}
              onClick={() => openFolder(data?.parent ?? undefined)}
            >
              {t('files.up')}
            </Button>
            <Button variant="default" leftSection={<IconHome size={14} />} onClick={() => openFolder(data?.home)}>
              {t('files.home')}
            </Button>
          </Group>
        </Group>
        {error && <Text c="red">{error.message}</Text>}
        <ScrollArea h={280} type="auto" className={styles.list} viewportProps={{ tabIndex: -1 }}>
          <ul className={styles.plain} aria-label={t('files.list')}>
            {data?.entries.map((entry) => (
              <li key={entry.path}>
                <UnstyledButton
                  className={styles.entry}
                  onClick={() =>
                    entry.folder ? openFolder(entry.path) : question.mode === 'open' ? choose(entry.path) : setName(entry.name)
                  }
                >
                  {entry.folder ? <IconFolder size={16} aria-hidden /> : <IconFile size={16} aria-hidden />}
                  <span>{entry.name}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
          {data && data.entries.length === 0 && (
            <Text p="md" c="dimmed">
              {t(question.mode === 'save' ? 'files.emptyForSaving' : 'files.empty')}
            </Text>
          )}
        </ScrollArea>
        {question.mode === 'save' && (
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              data-autofocus
              label={t('files.name')}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && save()}
              style={{ flex: 1 }}
            />
            <Button onClick={save} disabled={!name.trim()}>
              {t('files.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Dialog>
  )
}
