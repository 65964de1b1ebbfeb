import { Breadcrumbs, Button, Group, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
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

/** Chooses a file, or a folder and a name, where the host has no dialog of its own. */
export function FilePicker({ question, answer }: { question: PickerQuestion; answer: (path: string | null) => void }) {
  const { t } = useTranslation('ui')
  const suggested = question.mode === 'save' ? question.suggested : ''
  const [folder, setFolder] = useState<string | undefined>(/[/\\]/.test(suggested) ? folderOf(suggested) : undefined)
  const [name, setName] = useState(nameOf(suggested))
  const { data, error } = useProcedure('files.list', { ...(folder === undefined ? {} : { folder }), extensions: question.extensions })
  const here = data?.folder ?? folder ?? ''
  useEffect(() => {
    if (data && folder === undefined) setFolder(data.folder)
  }, [data, folder])
  const withExtension = (given: string) =>
    question.extensions.some((extension) => given.toLowerCase().endsWith(`.${extension}`))
      ? given
      : `${given}.${question.extensions[0] ?? ''}`
  const save = () => name.trim() && answer(`${here}${here.endsWith('/') ? '' : separatorOf(here)}${withExtension(name.trim())}`)
  return (
    <Dialog onClose={() => answer(null)} title={question.title} size="lg">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Breadcrumbs separator="/" separatorMargin={4} style={{ minWidth: 0, flexWrap: 'wrap' }}>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {here}
            </Text>
          </Breadcrumbs>
          <Group gap={4} wrap="nowrap">
            <Button
              variant="default"
              leftSection={<IconArrowUp size={14} />}
              disabled={!data?.parent}
              onClick={() => setFolder(data?.parent ?? undefined)}
            >
              {t('files.up')}
            </Button>
            <Button variant="default" leftSection={<IconHome size={14} />} onClick={() => setFolder(data?.home)}>
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
                    entry.folder ? setFolder(entry.path) : question.mode === 'open' ? answer(entry.path) : setName(entry.name)
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
              {t('files.empty')}
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
