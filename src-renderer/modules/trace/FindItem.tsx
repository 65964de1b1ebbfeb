import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../src-main/contract/search.ts'
import type { TraceItem, TraceKind } from '../../../src-main/contract/trace.ts'
import { useProcedure } from '../../app/calls.ts'

const kindOf: Record<SearchHit['kind'], TraceKind> = {
  requirement: 'requirement',
  control: 'control',
  decision: 'control',
  system: 'system',
  finding: 'finding',
  risk: 'risk',
  assessment: 'assessment',
  duty: 'duty',
  entry: 'record',
}

const namedById: ReadonlySet<TraceKind> = new Set(['requirement', 'control', 'finding'])

/** The item to start from, found by any of its words. */
export function FindItem({ choose }: { choose: (item: TraceItem) => void }) {
  const { t } = useTranslation('trace')
  const [words, setWords] = useState('')
  const [asked] = useDebouncedValue(words, 80)
  const { data: hits = [] } = useProcedure('search.find', { words: asked }, { enabled: asked.trim() !== '' })
  const items = new Map(
    (asked.trim() === '' ? [] : hits).map(({ kind, id, title }) => {
      const item = { kind: kindOf[kind], id }
      return [`${item.kind} ${id}`, { item, label: namedById.has(item.kind) ? `${id} ${title}` : title }]
    }),
  )
  return (
    <Select
      w={300}
      aria-label={t('find')}
      placeholder={t('findPlaceholder')}
      leftSection={<IconSearch size={14} aria-hidden />}
      data={[...items].map(([value, { item, label }]) => ({ value, label: `${t(`kinds.${item.kind}`)} · ${label}` }))}
      filter={({ options }) => options}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      value={null}
      onChange={(value) => {
        const found = items.get(value ?? '')
        if (!found) return
        setWords('')
        choose(found.item)
      }}
      nothingFoundMessage={words.trim() === '' ? undefined : t('nothingFound')}
      rightSection={null}
    />
  )
}
