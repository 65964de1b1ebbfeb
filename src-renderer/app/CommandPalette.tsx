import { Highlight } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../src-main/contract/search.ts'
import { useProcedure } from './calls.ts'
import type { Jump } from './jump.ts'
import { placeOf } from './places.ts'
import { type ScreenId, screens } from './screens.ts'

/** Where each kind of hit leads, and the parameter of the address that names it. */
const placeOfHit: Record<Exclude<SearchHit['kind'], 'entry'>, { screen: ScreenId; search: (id: string) => Jump }> = {
  requirement: { screen: 'gap', search: (item) => ({ item }) },
  control: { screen: 'gap', search: (item) => ({ item }) },
  finding: { screen: 'gap', search: (item) => ({ item }) },
  system: { screen: 'systems', search: (system) => ({ system }) },
  decision: { screen: 'soa', search: (code) => ({ code }) },
  risk: { screen: 'risks', search: (risk) => ({ risk }) },
  assessment: { screen: 'impacts', search: (assessment) => ({ assessment }) },
  duty: { screen: 'trace', search: (id) => ({ kind: 'duty', id }) },
}

const whereIs = ({ kind, id, register }: SearchHit): { screen: ScreenId; search: Jump } =>
  kind === 'entry' ? placeOf({ kind: register ?? 'actions', id }) : { screen: placeOfHit[kind].screen, search: placeOfHit[kind].search(id) }

/** Kinds whose identifier is what people call them by. */
const namedById: ReadonlySet<SearchHit['kind']> = new Set(['requirement', 'control', 'finding', 'decision'])

const [store, { open }] = createSpotlight()
/** Opens the palette from a button. */
export const openPalette = open

const entries = () => document.getElementById(store.getState().listId)

/** Marks the first entry, which Enter goes to. */
function markFirst(): void {
  entries()?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  entries()?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected: 0 }))
}

const chooseMarked = () => entries()?.querySelector<HTMLElement>('[data-selected]')?.click()

/** A hit with the words that were asked for marked wherever they stand. */
function Hit({ label, about, words }: { label: string; about: string; words: string }) {
  const marked = words.split(/\s+/).filter(Boolean)
  return (
    <span style={{ display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <Highlight component="span" highlight={marked}>
        {label}
      </Highlight>
      <Highlight component="span" size="xs" highlight={marked}>
        {about}
      </Highlight>
    </span>
  )
}

/** Ctrl+K: any requirement, control, AI system, finding or word of the engagement, and every screen. */
export function CommandPalette() {
  const { t } = useTranslation(['shell', 'registers'])
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const [words, setWords] = useState('')
  // A screen that is chosen takes the focus itself, perhaps before the palette is gone: it is given back only where nothing was chosen.
  const [isChosen, setIsChosen] = useState(false)
  const [asked] = useDebouncedValue(words, 80)
  const { data: hits = [], isPlaceholderData, isFetching } = useProcedure('search.find', { words: asked }, { enabled: asked.trim() !== '' })
  const go = (screen: string, search: Jump = {}) => {
    setIsChosen(true)
    void navigate({ to: `/e/${handle}/${screen}`, search })
  }
  const wanted = words.trim().toLowerCase()
  // Until the hits are those of the words that stand there, the first of them is not what the words ask for.
  const isSettled = wanted === '' || (asked === words && !isPlaceholderData && !isFetching)
  const [isEntered, setIsEntered] = useState(false)
  const screenActions: SpotlightActionData[] = screens
    .filter(({ id }) => t(`screens.${id}`).toLowerCase().includes(wanted))
    .map(({ id, icon: Icon }) => ({
      id: `screen-${id}`,
      label: t(`screens.${id}`),
      leftSection: <Icon size={16} aria-hidden />,
      onClick: () => go(id),
    }))
  const hitActions: SpotlightActionData[] =
    wanted === ''
      ? []
      : hits.map((hit) => {
          const label = namedById.has(hit.kind) ? `${hit.id}  ${hit.title}` : hit.title
          const kind = hit.register ? t(`registers:kind.${hit.register}`) : t(`kinds.${hit.kind}`)
          return {
            id: `${hit.kind}-${hit.id}`,
            label,
            children: <Hit label={label} about={hit.excerpt ? `${kind} · ${hit.excerpt}` : kind} words={asked} />,
            onClick: () => go(whereIs(hit).screen, whereIs(hit).search),
          }
        })
  // A screen that is called by its name is meant before what only mentions it.
  const isNamed = ({ label = '' }: SpotlightActionData) => wanted !== '' && label.toLowerCase().startsWith(wanted)
  const actions = [...screenActions.filter(isNamed), ...hitActions, ...screenActions.filter((action) => !isNamed(action))]
  const listed = actions.map(({ id }) => id).join(' ')
  // The palette marks the first entry when a letter is typed. Hits come later: then it is marked again, and Enter that was pressed before goes there.
  useEffect(() => {
    if (listed !== '') markFirst()
  }, [listed])
  useEffect(() => {
    if (!isEntered || !isSettled) return
    setIsEntered(false)
    chooseMarked()
  }, [isEntered, isSettled])
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isSettled) return
    event.preventDefault()
    event.stopPropagation()
    setIsEntered(true)
  }
  return (
    <Spotlight
      store={store}
      actions={actions}
      filter={(_query, actions) => actions}
      query={words}
      onQueryChange={(query) => {
        setWords(query)
        setIsEntered(false)
      }}
      shortcut={['mod + K']}
      // There and gone at once: while it fades, the words of the last search would still stand in it, and take what is typed next.
      transitionProps={{ duration: 0 }}
      onSpotlightOpen={() => setIsChosen(false)}
      returnFocus={!isChosen}
      scrollable
      maxHeight={440}
      limit={60}
      nothingFound={t('nothingFound')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('find') } }}
      searchProps={{
        leftSection: <IconSearch size={16} aria-hidden />,
        placeholder: t('findPlaceholder'),
        'aria-label': t('find'),
        // The trap of the dialog moves the focus a moment later, and the first letters of a fast typist would be lost.
        autoFocus: true,
        onKeyDownCapture,
      }}
    />
  )
}
