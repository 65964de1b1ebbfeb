import { ActionIcon, Badge, Box, Button, Group, RingProgress, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core'
import { IconFolderOpen, IconPlus, IconSparkles, IconX } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedEngagement } from '../../src-main/contract/engagement.ts'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { UnpackDialog } from '../modules/transfer/UnpackDialog.tsx'
import { useChooseFile } from '../ui/choose-file.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { moment } from '../ui/moment.ts'
import { CallError, call, showError, useChange, useProcedure } from './calls.ts'
import { SettingsMenu } from './SettingsMenu.tsx'
import styles from './StartScreen.module.css'

type Recent = OutputOf<'engagement.recent'>[number]

/** Where the consultant left off in a file; empty where that is not known. */
const placeIn = (path: string): Promise<string> =>
  call('engagement.recent', {}).then(
    (recent) => recent.find((entry) => entry.path === path)?.route ?? '',
    () => '',
  )

/** What the main side says of a package, and of one that is so damaged that it looks like another file. */
function isForUnpacking(path: string, error: unknown): boolean {
  if (!(error instanceof CallError)) return false
  const { code } = error.report
  return code === 'is-package' || (/\.aimspack$/i.test(path) && (code === 'not-a-database' || code === 'other-kind'))
}

/** The engagements on this laptop; New, Open, Try the sample. Nothing else. */
export function StartScreen() {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { chooseFile } = useChooseFile()
  const { data: recent } = useProcedure('engagement.recent', {})
  const openFile = useChange('engagement.open', { quiet: true })
  const trySample = useChange('engagement.trySample')
  const forget = useChange('engagement.forget')
  const [isNew, setIsNew] = useState(false)
  const [packagePath, setPackagePath] = useState<string | null>(null)
  useEffect(() => {
    document.title = 'AIMS Fieldbook'
  }, [])
  const enter = (opened: OpenedEngagement, route = '') => navigate({ href: `/e/${opened.handle}${route || '/overview'}` })
  // A package is one by its content, whatever its name says; the dialog that unpacks it says what is wrong with a damaged one.
  const refused = (path: string) => (error: unknown) => (isForUnpacking(path, error) ? setPackagePath(path) : showError(error))
  const open = (path: string) => void openFile.mutateAsync({ path }).then((opened) => enter(opened), refused(path))
  // The place is asked for when the file is open: what the list shows may be older than the last place in it.
  const goOn = (path: string) =>
    void openFile.mutateAsync({ path }).then((opened) => placeIn(path).then((route) => enter(opened, route)), refused(path))
  const { open: asked } = useSearch({ from: '/' })
  const opening = useRef(open)
  opening.current = open
  useEffect(() => {
    if (asked === undefined) return
    void navigate({ to: '/', search: {}, replace: true })
    opening.current(asked)
  }, [asked, navigate])
  const choose = async () => {
    const path = await chooseFile({ title: t('start.open'), kind: t('start.kind'), extensions: ['aims', 'aimspack'] })
    if (path !== null) open(path)
  }
  return (
    <Box className={styles.page}>
      <main className={styles.column}>
        <Group justify="space-between" align="flex-end" mb="lg">
          <div>
            <Title order={1}>AIMS Fieldbook</Title>
            <Text c="dimmed">{t('start.tagline')}</Text>
          </div>
          <SettingsMenu />
        </Group>
        <Group gap="xs" mb="xl">
          <Button size="sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setIsNew(true)}>
            {t('start.new')}
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconFolderOpen size={15} aria-hidden />}
            onClick={() => void choose()}
            loading={openFile.isPending}
          >
            {t('start.open')}
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconSparkles size={15} aria-hidden />}
            loading={trySample.isPending}
            onClick={() => trySample.mutate({}, { onSuccess: (opened) => void enter(opened) })}
          >
            {t('start.sample')}
          </Button>
        </Group>
        <Title order={2} mb="xs">
          {t('start.recent')}
        </Title>
        {recent?.length === 0 && <EmptyState title={t('start.emptyTitle')}>{t('start.empty')}</EmptyState>}
        <Stack gap={0} role="list" aria-label={t('start.recent')}>
          {recent?.map((entry) => (
            <RecentRow
              key={entry.path}
              entry={entry}
              isOneOfSeveral={recent.filter(({ client }) => client === entry.client).length > 1}
              open={() => goOn(entry.path)}
              forget={() => forget.mutate({ path: entry.path })}
            />
          ))}
        </Stack>
      </main>
      {isNew && <NewEngagement close={() => setIsNew(false)} enter={(opened) => void enter(opened)} />}
      {packagePath !== null && <UnpackDialog path={packagePath} close={() => setPackagePath(null)} open={open} />}
    </Box>
  )
}

function RecentRow({
  entry,
  isOneOfSeveral,
  open,
  forget,
}: {
  entry: Recent
  /** Another file is about the same client: then the name of the file tells them apart. */
  isOneOfSeveral: boolean
  open: () => void
  forget: () => void
}) {
  const { t } = useTranslation('shell')
  const percent = Math.round(entry.progress * 100)
  return (
    <Group role="listitem" className={styles.row} wrap="nowrap" gap={0}>
      <UnstyledButton className={styles.open} onClick={open} disabled={entry.missing}>
        <RingProgress size={44} thickness={4} roundCaps aria-hidden sections={[{ value: percent, color: 'accent' }]} />
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text fw={600} size="lg" truncate>
            {entry.client}
            {isOneOfSeveral && (
              <Text span c="dimmed" fw={400}>
                {` · ${entry.path.replace(/^.*[/\\]/, '')}`}
              </Text>
            )}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {entry.path}
          </Text>
        </div>
        <div style={{ textAlign: 'end', whiteSpace: 'nowrap' }}>
          {entry.missing ? (
            <Badge color="gray" variant="light" tt="none">
              {t('start.missing')}
            </Badge>
          ) : (
            <>
              <Text size="sm">{t('start.judged', { percent })}</Text>
              <Text size="xs" c="dimmed">
                {entry.changedAt ? moment(entry.changedAt) : ''}
              </Text>
            </>
          )}
        </div>
      </UnstyledButton>
      <ActionIcon variant="subtle" color="gray" onClick={forget} aria-label={t('start.forget', { client: entry.client })}>
        <IconX size={15} />
      </ActionIcon>
    </Group>
  )
}

function NewEngagement({ close, enter }: { close: () => void; enter: (opened: OpenedEngagement) => void }) {
  const { t } = useTranslation(['shell', 'ui'])
  const { chooseSavePath } = useChooseFile()
  const { data: about } = useProcedure('settings.about', {})
  const create = useChange('engagement.create')
  const [client, setClient] = useState('')
  const [path, setPath] = useState<string | null>(null)
  const name = client.replace(/[^\p{L}\p{N} ]+/gu, ' ').trim() || t('start.new')
  const proposedIn = (folder: string) => path ?? `${folder}/${name}.aims`
  const proposed = about ? proposedIn(about.documentsFolder) : ''
  const submit = async () => {
    if (!client.trim()) return
    // Whoever types fast is done before the page knows where documents go.
    const { documentsFolder } = about ?? (await call('settings.about', {}))
    create.mutate({ path: proposedIn(documentsFolder), client: client.trim() }, { onSuccess: enter })
  }
  const choose = async () =>
    setPath((await chooseSavePath({ title: t('start.where'), kind: t('start.kind'), extensions: ['aims'], suggested: proposed })) ?? path)
  return (
    <Dialog onClose={close} title={t('start.new')}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          size="sm"
          label={t('start.client')}
          value={client}
          onChange={({ currentTarget }) => setClient(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && void submit().catch(showError)}
        />
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <Text size="xs" c="dimmed" style={{ flex: 1, overflowWrap: 'anywhere' }}>
            {t('start.path', { path: proposed })}
          </Text>
          <Button variant="default" onClick={() => void choose()}>
            {t('start.where')}
          </Button>
        </Group>
        <Group justify="flex-end">
          <Button size="sm" onClick={() => void submit().catch(showError)} disabled={!client.trim()} loading={create.isPending}>
            {t('start.create')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
