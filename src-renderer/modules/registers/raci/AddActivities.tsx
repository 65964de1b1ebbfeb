import { Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { noRows } from '../../../ui/selection.ts'
import styles from './Raci.module.css'

/** Activities to choose from the library, and one of the client's own. */
export function AddActivities({ close }: { close: () => void }) {
  const { t } = useTranslation('raci')
  const { data: library = [] } = useProcedure('raci.library', {})
  const add = useChange('raci.add')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(noRows)
  const shown = library.filter(({ title, about }) => `${title} ${about}`.toLowerCase().includes(words.trim().toLowerCase()))
  const toggle = (title: string) =>
    setChosen((now) => new Set(now.has(title) ? [...now].filter((each) => each !== title) : [...now, title]))
  const addChosen = () =>
    add.mutate(
      { activities: library.filter(({ title }) => chosen.has(title)).map(({ title, requirement }) => ({ title, requirement })) },
      { onSuccess: close },
    )
  return (
    <Dialog title={t('libraryTitle')} size="min(640px, 94vw)" onClose={close}>
      <Stack gap="sm">
        <AddOwn close={close} />
        <Text size="sm">{library.length === 0 ? t('libraryEmpty') : t('libraryHelp')}</Text>
        {library.length > 0 && (
          <>
            <Group gap="xs" align="flex-end">
              <TextInput
                style={{ flex: 1 }}
                aria-label={t('search')}
                placeholder={t('search')}
                value={words}
                onChange={({ currentTarget }) => setWords(currentTarget.value)}
              />
              <Button variant="default" onClick={() => setChosen(new Set(shown.map(({ title }) => title)))}>
                {t('chooseAll')}
              </Button>
            </Group>
            <ScrollArea.Autosize mah="42vh" type="auto" viewportProps={{ tabIndex: -1 }}>
              <ul className={styles.list}>
                {shown.map(({ title, about, requirement }) => (
                  <li key={title}>
                    <Checkbox
                      label={title}
                      description={`${requirement} · ${about}`}
                      checked={chosen.has(title)}
                      onChange={() => toggle(title)}
                    />
                  </li>
                ))}
              </ul>
            </ScrollArea.Autosize>
            <Group justify="flex-end">
              <Button disabled={chosen.size === 0} loading={add.isPending} onClick={addChosen}>
                {t('addChosen', { count: chosen.size })}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Dialog>
  )
}

function AddOwn({ close }: { close: () => void }) {
  const { t } = useTranslation('raci')
  const add = useChange('raci.add')
  const [title, setTitle] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '') add.mutate({ activities: [{ title }] }, { onSuccess: close })
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          data-autofocus
          style={{ flex: 1 }}
          label={t('addOwn')}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={title.trim() === ''}>
          {t('add')}
        </Button>
      </Group>
    </form>
  )
}
