import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { type CrosswalkRow, coverages, crosswalkStates, type Framework } from '../../../src-main/contract/crosswalk.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { coverageTones, stateTones } from './tones.ts'

/** Two lines of a text. */
const lines = (text: string) => (
  <Text size="sm" lineClamp={2}>
    {text}
  </Text>
)

/** Columns of the table: those that every framework has, and its own. */
export function crosswalkColumns(t: TFunction<'crosswalk'>, framework: Framework): TableColumn<CrosswalkRow>[] {
  const field = (name: string) => t(`fields.${name}`)
  const answers = ({ parts }: CrosswalkRow) => parts.map(({ id }) => id).join(', ')
  const own: Record<Framework, TableColumn<CrosswalkRow>[]> = {
    'ai-act': [
      { id: 'date', title: field('date'), width: 104, text: ({ date }) => date ?? '' },
      { id: 'systems', title: field('systems'), width: 76, align: 'right', text: ({ systems }) => String(systems) },
      {
        id: 'older',
        title: field('older'),
        width: 0,
        filterOnly: true,
        text: ({ older }) => older.map((each) => each.older).join(' '),
        filter: ({ older }) => older.map((each) => each.older),
      },
    ],
    nist: [],
    'iso-27001': [
      {
        id: 'coverage',
        title: field('coverage'),
        width: 116,
        text: ({ coverage }) => (coverage ? t(`coverage.${coverage}`) : ''),
        filter: ({ coverage }) => (coverage ? [coverage] : []),
        word: (value) => t(`coverage.${value}`),
        order: coverages,
        render: ({ coverage }) => coverage && <StateTag tone={coverageTones[coverage]}>{t(`coverage.${coverage}`)}</StateTag>,
      },
      { id: 'by', title: field('by'), width: 132, text: ({ by }) => by.join(', ') },
    ],
  }
  return [
    {
      id: 'id',
      title: field('id'),
      width: framework === 'nist' ? 124 : 84,
      text: ({ id }) => id,
      render: ({ id }) => (
        <Text size="sm" fw={600}>
          {id}
        </Text>
      ),
    },
    { id: 'title', title: field('title'), width: 210, text: ({ title }) => title, render: ({ title }) => lines(title) },
    {
      id: 'state',
      title: field('state'),
      width: 128,
      text: ({ state }) => t(`state.${state}`),
      filter: ({ state }) => [state],
      word: (value) => t(`state.${value}`),
      order: crosswalkStates,
      render: ({ state }) => <StateTag tone={stateTones[state]}>{t(`state.${state}`)}</StateTag>,
    },
    ...own[framework],
    ...(framework === 'iso-27001'
      ? [
          {
            id: 'left',
            title: field('left'),
            width: 320,
            text: ({ asks }: CrosswalkRow) => asks,
            render: ({ asks }: CrosswalkRow) => lines(asks),
          },
        ]
      : [
          { id: 'answers', title: field('answers'), width: 220, text: answers, render: (row: CrosswalkRow) => lines(answers(row)) },
          {
            id: 'asks',
            title: field('asks'),
            width: 300,
            text: ({ asks }: CrosswalkRow) => asks,
            render: ({ asks }: CrosswalkRow) => lines(asks),
          },
        ]),
    { id: 'evidence', title: field('evidence'), width: 88, align: 'right', text: ({ evidence }) => String(evidence) },
    {
      id: 'own',
      title: field('own'),
      width: 128,
      text: ({ own: view, note }) => `${view === null ? '' : t(`state.${view}`)} ${note}`.trim(),
      filter: ({ own: view }) => (view === null ? [] : [view]),
      word: (value) => t(`state.${value}`),
      render: ({ own: view, note }) =>
        view === null ? (
          lines(note)
        ) : (
          <StateTag tone={stateTones[view]} bare>
            {t(`state.${view}`)}
          </StateTag>
        ),
    },
  ]
}
