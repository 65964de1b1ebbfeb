import { ActionIcon, Anchor, Button, Combobox, Group, Select, Stack, Text, TextInput, Title, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LinkedItem, type LinkKind, type LinkTarget, linkKind, linkKinds } from '../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../app/calls.ts'
import { placeOf } from '../app/places.ts'

/** What an entry of a register is linked with, each a click away, and a way to link it with more. Evidence has a place of its own. */
export function LinkedItems({ record, linked }: { record: string; linked: readonly LinkedItem[] }) {
  const { t } = useTranslation('registers')
  const unlink = useChange('registers.unlink')
  const section = useRef<HTMLElement>(null)
  const shown = linked.filter(({ kind }) => kind !== 'evidence')
  const byKind = Map.groupBy(shown, ({ kind }) => kind)
  // The button that was pressed is gone with its link: whoever works by keyboard goes on from the next one.
  const takeAway = ({ linkId }: LinkedItem, pressed: HTMLElement) => {
    const at = shown.findIndex((item) => item.linkId === linkId)
    const next = shown[at + 1] ?? shown[at - 1]
    const target = next ? `[data-link="${CSS.escape(next.linkId)}"]` : '[data-add-link]'
    const goOn = () => {
      // Who went on elsewhere before the answer came stays there.
      if ([document.body, pressed].some((holder) => holder === document.activeElement))
        section.current?.querySelector<HTMLElement>(target)?.focus()
    }
    unlink.mutate({ linkIds: [linkId] }, { onSuccess: goOn })
  }
  return (
    <section ref={section} aria-label={t('part.links')} style={{ borderBlockStart: '1px solid var(--line-quiet)', paddingBlockStart: 10 }}>
      <Title order={3} mb={8}>
        {t('part.links')}
      </Title>
      <Stack gap={6}>
        {shown.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('link.nothing')}
          </Text>
        )}
        {[...byKind].map(([kind, items]) => (
          <div key={kind}>
            <Text size="xs" c="dimmed" fw={500}>
              {t(`kind.${kind}`)}
            </Text>
            {items.map((item) => (
              <Group key={item.linkId} gap={4} wrap="nowrap" justify="space-between">
                <ItemLink item={item} />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('link.remove', { title: `${item.code} ${item.title}` })}
                  data-link={item.linkId}
                  onClick={({ currentTarget }) => takeAway(item, currentTarget)}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Group>
            ))}
          </div>
        ))}
        <AddLink record={record} />
      </Stack>
    </section>
  )
}

/** The other end of a link, one click away. */
export function ItemLink({ item }: { item: LinkTarget & { code: string; title: string } }) {
  const { handle } = useParams({ from: '/e/$handle' })
  const { screen, search } = placeOf(item)
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to={`/e/$handle/${screen}`} params={{ handle }} search={search} />}>
      {`${item.code} ${item.title}`.trim()}
    </Anchor>
  )
}

/** Evidence is attached in a place of its own. */
const linkable = linkKinds.filter((kind) => kind !== 'evidence')

/** A kind, words to find it by, and the matches to choose from. */
function AddLink({ record }: { record: string }) {
  const { t } = useTranslation('registers')
  const [isOpen, setIsOpen] = useState(false)
  const [kind, setKind] = useState<LinkKind>('requirement')
  const [words, setWords] = useState('')
  const [asked] = useDebouncedValue(words, 120)
  const {
    data: targets = [],
    isPlaceholderData,
    isFetching,
  } = useProcedure('registers.targets', { kind, words: asked }, { enabled: isOpen })
  // Until the matches are those of the words that stand there, the first of them is not what the words ask for.
  const isSettled = asked === words && !isPlaceholderData && !isFetching
  const [isEntered, setIsEntered] = useState(false)
  const link = useChange('registers.link')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { selectFirstOption, resetSelectedOption, clickSelectedOption } = combobox
  const listed = targets.map(({ id }) => id).join(' ')
  // The place that is marked would be another one's in another list.
  useEffect(() => {
    if (listed === '' || words === '') resetSelectedOption()
    else selectFirstOption()
  }, [listed, words, selectFirstOption, resetSelectedOption])
  // Enter that was pressed before the matches came takes the first of them.
  useEffect(() => {
    if (!isEntered || !isSettled) return
    setIsEntered(false)
    clickSelectedOption()
  }, [isEntered, isSettled, clickSelectedOption])
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isSettled) return
    event.preventDefault()
    event.stopPropagation()
    setIsEntered(true)
  }
  const choose = (target: LinkTarget) => {
    link.mutate({ id: record, target })
    setWords('')
    combobox.closeDropdown()
  }
  if (!isOpen)
    return (
      <Button data-add-link variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => setIsOpen(true)}>
        {t('link.add')}
      </Button>
    )
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <Select
        w={150}
        label={t('link.kind')}
        data={linkable.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(next) => setKind(linkKind.catch('requirement').parse(next))}
        allowDeselect={false}
      />
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          const target = targets.find((each) => each.id === id)
          if (target) choose({ kind: target.kind, id: target.id })
        }}
      >
        <Combobox.Target>
          <TextInput
            style={{ flex: 1 }}
            autoFocus
            data-add-link
            label={t('link.find')}
            value={words}
            onChange={({ currentTarget }) => {
              setWords(currentTarget.value)
              setIsEntered(false)
              combobox.openDropdown()
            }}
            onKeyDownCapture={onKeyDownCapture}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => {
              setIsEntered(false)
              combobox.closeDropdown()
            }}
            aria-haspopup="listbox"
            aria-expanded={combobox.dropdownOpened}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
            {targets.length === 0 && isSettled && <Combobox.Empty>{t('link.none')}</Combobox.Empty>}
            {targets.map(({ id, code, title }) => (
              <Combobox.Option key={id} value={id}>
                {`${code} ${title}`.trim()}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </Group>
  )
}
