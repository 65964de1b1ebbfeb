import type { ActionRow, ActionState } from '../contract/actions.ts'
import type { ReportOptions } from '../contract/documents.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, GroupRow, Row, Section, Tone } from '../report/model.ts'
import { readActions, summarize } from './actions.ts'

/** Every action of the engagement: open ones by owner with what is overdue first, then what is done. */
export const actionsReport: ReportMaker = { head, sections }

function head(file: EngagementFile, _options: ReportOptions, today: string): ReportHead {
  const rows = readActions(file, today)
  const overdue = rows.filter(({ isOverdue }) => isOverdue).length
  const key = rows.length === 0 ? 'empty' : overdue > 0 ? 'overdue' : 'current'
  return {
    report: 'actions',
    title: text('actions:report.title'),
    subtitle: text('actions:report.subtitle'),
    documentId: text('actions:report.documentId'),
    version: today,
    status: text(`actions:report.status.${key}`, { count: overdue }),
    isReady: key === 'current',
    isEmpty: key === 'empty',
    date: today,
  }
}

const nobody = (owner: string) => owner.trim() || text('actions:report.nobody')

function sections(file: EngagementFile, _options: ReportOptions, today: string): Section[] {
  const rows = readActions(file, today)
  const summary = summarize(rows, today)
  const open = rows.filter(({ state }) => state === 'open' || state === 'under-way')
  return [
    { id: 'summary', title: text('actions:report.sections.summary'), blocks: summaryBlocks(summary) },
    {
      id: 'open',
      title: text('actions:report.sections.open'),
      landscape: true,
      blocks: [
        table(
          'open',
          summary.byOwner.flatMap(({ owner }) => [
            { group: true as const, id: `owner-${owner}`, title: nobody(owner) },
            ...open.filter((row) => row.owner.trim() === owner).map(tableRow),
          ]),
        ),
      ],
    },
    {
      id: 'done',
      title: text('actions:report.sections.done'),
      landscape: true,
      blocks: [table('done', rows.filter((row) => !open.includes(row)).map(tableRow))],
    },
  ]
}

const shownOwners = 15

function summaryBlocks(summary: ReturnType<typeof summarize>): Block[] {
  const { byOwner, ...figures } = summary
  const figure = (name: 'overdue' | 'withoutOwner' | 'withoutDate') => ({
    value: String(figures[name]),
    label: text(`actions:figures.${name}`),
    tone: figures[name] > 0 ? ('poor' as const) : ('good' as const),
  })
  const chart: Block = {
    kind: 'bars',
    id: 'actions-by-owner',
    title: text('actions:report.chart.title'),
    description: text('actions:report.chart.description'),
    series: [
      { name: text('actions:report.chart.overdue'), tone: 'poor' },
      { name: text('actions:report.chart.inTime'), tone: 'info' },
    ],
    bars: byOwner.slice(0, shownOwners).map(({ owner, open, overdue }) => ({ label: nobody(owner), values: [overdue, open - overdue] })),
  }
  return [
    {
      kind: 'figures',
      items: [
        { value: String(figures.open), label: text('actions:figures.open') },
        figure('overdue'),
        figure('withoutOwner'),
        figure('withoutDate'),
        { value: String(figures.done), label: text('actions:figures.done') },
      ],
    },
    { kind: 'paragraph', runs: [{ text: text('actions:report.summary', figures) }] },
    ...(byOwner.length > 0 ? [chart] : []),
  ]
}

const toneOf: Record<ActionState, Tone> = { open: 'neutral', 'under-way': 'info', done: 'good', dropped: 'neutral' }
const title = (name: string) => text(`actions:columns.${name}`)

function tableRow({ source, id, reference, title: words, origin, owner, dueDate, state, priority, isOverdue }: ActionRow): Row {
  return {
    id: `${source} ${id}`,
    cells: [
      { text: reference, strong: true },
      { text: words },
      { text: text(`actions:source.${source}`) },
      { text: origin },
      { text: owner },
      dueDate === null ? { text: '' } : { text: dueDate, date: dueDate, ...(isOverdue ? { tone: 'poor' as const } : {}) },
      { text: text(`actions:state.${state}`), tone: toneOf[state] },
      { text: priority === null ? '' : text(`actions:priority.${priority}`) },
    ],
  }
}

const table = (id: 'open' | 'done', rows: (Row | GroupRow)[]): Block => ({
  kind: 'table',
  id: `actions-${id}`,
  title: text(`actions:report.sections.${id}`),
  columns: [
    { id: 'reference', title: title('reference'), width: 8 },
    { id: 'title', title: title('title'), width: 30 },
    { id: 'source', title: title('source'), width: 11 },
    { id: 'origin', title: title('origin'), width: 20 },
    { id: 'owner', title: text('actions:fields.owner'), width: 13 },
    { id: 'dueDate', title: text('actions:fields.dueDate'), width: 9 },
    { id: 'state', title: text('actions:fields.state'), width: 9 },
    { id: 'priority', title: text('actions:fields.priority'), width: 8 },
  ],
  rows,
  empty: text(`actions:report.empty${id === 'open' ? 'Open' : 'Done'}`),
})
