import { ActionIcon, Alert, Button, Kbd, Stack, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconArrowForwardUp, IconSearch } from '@tabler/icons-react'
import { Link, Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { HandOver } from '../modules/transfer/HandOver.tsx'
import { CommandPalette, openPalette } from './CommandPalette.tsx'
import { call, HandleProvider, useProcedure } from './calls.ts'
import { EngagementMenu } from './EngagementMenu.tsx'
import styles from './Frame.module.css'
import { usePrefetch } from './prefetch.ts'
import { ReadOnlyNotice } from './ReadOnlyNotice.tsx'
import { ReadOnlyProvider } from './read-only.ts'
import { RoundProvider, useRound } from './round.tsx'
import { SaveIndicator } from './SaveIndicator.tsx'
import { SettingsMenu } from './SettingsMenu.tsx'
import { screens } from './screens.ts'
import { useUndo } from './undo.ts'

/** What surrounds every screen of an open engagement: the rail, the top line, and the work. */
export function Frame() {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <HandleProvider value={handle}>
      <RoundProvider>
        <FrameOfEngagement handle={handle} />
      </RoundProvider>
    </HandleProvider>
  )
}

function FrameOfEngagement({ handle }: { handle: string }) {
  const { t } = useTranslation('shell')
  const { data: info } = useProcedure('engagement.info', {})
  const { data: engagement, error } = useProcedure('engagement.get', {})
  const { pathname, searchStr } = useLocation()
  const work = useRef<HTMLElement>(null)
  const screen = pathname.split('/')[3] ?? 'overview'
  usePrefetch()
  // A message that offers to take something back belongs to this engagement.
  useEffect(() => () => notifications.clean(), [])
  useEffect(() => {
    document.title = engagement ? `${t(`screens.${screen}`)} · ${engagement.client}` : 'AIMS Fieldbook'
  }, [engagement, screen, t])
  useEffect(() => {
    const timer = setTimeout(() => void call('engagement.remember', { route: `/${screen}${searchStr}` }, handle).catch(() => {}), 800)
    return () => clearTimeout(timer)
  }, [handle, screen, searchStr])
  if (error) return <Closed sentence={error.message} />
  return (
    <ReadOnlyProvider value={info?.readOnly ?? null}>
      <div className={styles.frame}>
        <UnstyledButton className="skip-link" onClick={() => work.current?.focus()}>
          {t('skip')}
        </UnstyledButton>
        <TopLine client={engagement?.client ?? ''} />
        <ReadOnlyNotice />
        <nav className={styles.rail} aria-label={t('rail')}>
          {screens.map(({ id, group, icon: Icon }, index) => (
            <div key={id}>
              {group !== null && group !== screens[index - 1]?.group && <div className={styles.group}>{t(`groups.${group}`)}</div>}
              <Tooltip label={t(`screens.${id}`)} position="right" disabled={!window.matchMedia('(max-width: 62em)').matches}>
                <Link to={`/e/$handle/${id}`} params={{ handle }} className={styles.link} aria-current={screen === id ? 'page' : undefined}>
                  <Icon size={18} stroke={1.6} aria-hidden />
                  <span className={styles.word}>{t(`screens.${id}`)}</span>
                </Link>
              </Tooltip>
            </div>
          ))}
        </nav>
        <main className={styles.work} id="work" ref={work} tabIndex={-1}>
          <Outlet />
        </main>
        <CommandPalette />
      </div>
    </ReadOnlyProvider>
  )
}

function TopLine({ client }: { client: string }) {
  const { t } = useTranslation('shell')
  const { round } = useRound()
  const { data: undoState } = useProcedure('engagement.undoState', {})
  const undo = useUndo()
  const { data: lastStep } = useProcedure('engagement.lastStep', {})
  const step = undoState?.undo
  const end = lastStep?.end
  const undoWords = step ? t('undoLabel', { label: step }) : end ? t('undoEnd', { label: end }) : t('undo')
  return (
    <header className={styles.top}>
      <EngagementMenu client={client} />
      <Text c="dimmed" size="sm" className={styles.roomy} truncate>
        {round?.name}
      </Text>
      <SaveIndicator />
      <div style={{ flex: 1 }} />
      <Tooltip label={undoWords}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('undo')} disabled={!step && !end} onClick={() => void undo('undo')}>
          <IconArrowBackUp size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={undoState?.redo ? t('redoLabel', { label: undoState.redo }) : t('redo')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('redo')} disabled={!undoState?.redo} onClick={() => void undo('redo')}>
          <IconArrowForwardUp size={17} />
        </ActionIcon>
      </Tooltip>
      <Button
        variant="default"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={() => openPalette()}
        className={styles.roomy}
      >
        {t('find')}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={t('find')} onClick={() => openPalette()} className={styles.narrow}>
        <IconSearch size={17} />
      </ActionIcon>
      <HandOver />
      <SettingsMenu />
    </header>
  )
}

function Closed({ sentence }: { sentence: string }) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  return (
    <Stack align="center" justify="center" h="100vh" gap="md">
      <Title order={1}>{t('closed')}</Title>
      <Alert color="gray" maw={520}>
        {sentence}
      </Alert>
      <Button onClick={() => void navigate({ to: '/' })}>{t('toStart')}</Button>
    </Stack>
  )
}
