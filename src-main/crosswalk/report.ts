import { loadCrosswalk } from '../catalog/crosswalk.ts'
import { type CrosswalkRow, type CrosswalkState, crosswalkStates, type Framework } from '../contract/crosswalk.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { Block, Cell, Column, Section, Tone } from '../report/model.ts'
import { readIsms, readRows } from './rows.ts'

const tones: Record<CrosswalkState, Tone> = { answered: 'good', partly: 'fair', open: 'poor', 'not-due': 'info' }
const coverageTones = { fully: 'good', partly: 'fair', not: 'poor' } as const

const crosswalkReport = (framework: Framework): ReportMaker => ({
  head(file, _options, today) {
    const left = readRows(file, framework, today).filter(({ state }) => state !== 'answered').length
    return {
      report: framework,
      title: text(`crosswalk:report.${framework}.title`),
      subtitle: text(`crosswalk:report.${framework}.subtitle`),
      documentId: text(`crosswalk:report.${framework}.documentId`),
      version: today,
      status: left === 0 ? text('crosswalk:report.status.done') : text('crosswalk:report.status.left', { count: left }),
      isReady: left === 0,
      date: today,
    }
  },
  sections(file, _options, today) {
    const rows = readRows(file, framework, today)
    return [
      { id: 'summary', title: text('crosswalk:report.summary'), blocks: summary(file, framework, rows) },
      table(framework, rows),
      ...(framework === 'ai-act' ? [olderNumbers()] : []),
    ]
  },
})

export const aiActReport = crosswalkReport('ai-act')
export const nistReport = crosswalkReport('nist')
export const iso27001Report = crosswalkReport('iso-27001')

/** How much of ISO/IEC 42001 an ISMS has done before, as a sentence. */
function savedBy(file: EngagementFile, rows: readonly CrosswalkRow[]): string {
  const count = (coverage: CrosswalkRow['coverage']) => rows.filter((row) => row.coverage === coverage).length
  const values = { fully: count('fully'), partly: count('partly'), not: count('not'), of: rows.length }
  return text(`crosswalk:saved.${readIsms(file)}`, values)
}

function summary(file: EngagementFile, framework: Framework, rows: readonly CrosswalkRow[]): Block[] {
  const figures = crosswalkStates
    .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0)
  return [
    {
      kind: 'figures',
      items: figures.map(({ state, count }) => ({ value: String(count), label: text(`crosswalk:state.${state}`), tone: tones[state] })),
    },
    { kind: 'paragraph', runs: [{ text: framework === 'iso-27001' ? savedBy(file, rows) : text('crosswalk:report.computed') }] },
    ...(framework === 'ai-act'
      ? [
          {
            kind: 'callout' as const,
            tone: 'info' as const,
            title: text('crosswalk:report.indicationTitle'),
            runs: [{ text: text('crosswalk:report.indication') }],
          },
        ]
      : []),
  ]
}

interface ReportColumn {
  id: string
  width: number
  cell: (row: CrosswalkRow) => Cell
}

const answers = ({ parts }: CrosswalkRow) => parts.map(({ id, progress }) => `${id} (${text(`crosswalk:progress.${progress}`)})`).join(', ')
const ownView = ({ own, note }: CrosswalkRow) => [own === null ? '' : text(`crosswalk:state.${own}`), note].filter(Boolean).join(': ')

const first: ReportColumn[] = [
  { id: 'id', width: 10, cell: ({ id }) => ({ text: id, strong: true }) },
  { id: 'title', width: 18, cell: ({ title }) => ({ text: title }) },
]
const state: ReportColumn = {
  id: 'state',
  width: 10,
  cell: (row) => ({ text: text(`crosswalk:state.${row.state}`), tone: tones[row.state] }),
}
const last: ReportColumn[] = [
  { id: 'answers', width: 28, cell: (row) => ({ text: answers(row) }) },
  { id: 'reasons', width: 26, cell: ({ reasons }) => ({ text: reasons.join(' ') }) },
  { id: 'own', width: 16, cell: (row) => ({ text: ownView(row) }) },
]

const columnsOf: Record<Framework, ReportColumn[]> = {
  'ai-act': [
    ...first,
    { id: 'asks', width: 26, cell: ({ asks }) => ({ text: asks }) },
    { id: 'date', width: 11, cell: ({ date }) => (date === null ? { text: '' } : { text: date, date }) },
    { id: 'systems', width: 8, cell: ({ systems }) => ({ text: String(systems), number: systems }) },
    state,
    ...last,
  ],
  nist: [...first, { id: 'asks', width: 26, cell: ({ asks }) => ({ text: asks }) }, state, ...last],
  'iso-27001': [
    ...first,
    {
      id: 'coverage',
      width: 10,
      cell: ({ coverage }) => (coverage ? { text: text(`crosswalk:coverage.${coverage}`), tone: coverageTones[coverage] } : { text: '' }),
    },
    { id: 'by', width: 14, cell: ({ by }) => ({ text: by.join(', ') }) },
    { id: 'left', width: 32, cell: ({ asks }) => ({ text: asks }) },
    state,
    { id: 'own', width: 16, cell: (row) => ({ text: ownView(row) }) },
  ],
}

function table(framework: Framework, rows: readonly CrosswalkRow[]): Section {
  const columns = columnsOf[framework]
  const groups = [...Map.groupBy(rows, ({ group }) => group)]
  return {
    id: 'rows',
    title: text('crosswalk:report.rows'),
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: framework,
        title: text(`crosswalk:labels.${framework}`),
        columns: columns.map(({ id, width }): Column => ({ id, width, title: text(`crosswalk:fields.${id}`) })),
        rows: groups.flatMap(([group, members]) => [
          { group: true as const, id: group, title: group },
          ...members.map((row) => ({ id: row.id, cells: columns.map(({ cell }) => cell(row)) })),
        ]),
        empty: text('crosswalk:report.empty'),
      },
    ],
  }
}

function olderNumbers(): Section {
  return {
    id: 'older',
    title: text('crosswalk:report.older'),
    blocks: [
      {
        kind: 'table',
        id: 'older-numbers',
        title: text('crosswalk:report.older'),
        columns: [
          { id: 'older', title: text('crosswalk:report.olderNumber'), width: 12 },
          { id: 'now', title: text('crosswalk:report.today'), width: 18 },
          { id: 'note', title: text('crosswalk:report.says'), width: 70 },
        ],
        rows: loadCrosswalk().olderNumbers.map(({ older, now, note }) => ({
          id: older,
          cells: [{ text: older, strong: true }, { text: now.join(', ') }, { text: note }],
        })),
        empty: text('crosswalk:report.empty'),
      },
    ],
  }
}
