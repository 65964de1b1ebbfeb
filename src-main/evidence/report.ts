import type { EngagementFile } from '../engagement/file.ts'
import { linkedWith } from '../engagement/registers/links.ts'
import { isOverdue, readRegister } from '../engagement/registers/read.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { GroupRow, Row, Section, Table } from '../report/model.ts'

type Entry = ReturnType<typeof readRegister<'evidence'>>[number]

const words = (key: string, values: Record<string, string | number> = {}) => text(`evidence:report.${key}`, values)

/** What is still to be asked of the client or to come from them, those that are due first. */
const openRequests = (file: EngagementFile): Entry[] =>
  readRegister(file, 'evidence')
    .filter(({ state }) => state === 'to-request' || state === 'requested')
    .sort((a, b) => (a.dueDate ?? '9').localeCompare(b.dueDate ?? '9'))

const isLate = ({ state, dueDate }: Entry, today: string) => isOverdue('evidence', { state, dueDate }, today)

/** The list of evidence that the client is asked for: a checklist to print, or a table to email. */
export const evidenceRequestReport: ReportMaker = {
  head(file, _options, today): ReportHead {
    const entries = openRequests(file)
    const late = entries.filter((entry) => isLate(entry, today)).length
    return {
      report: 'evidence-request',
      title: words('title'),
      subtitle: words('subtitle'),
      documentId: words('documentId'),
      version: today,
      status: entries.length === 0 ? words('nothing') : words('status', { count: entries.length, late }),
      isReady: entries.length > 0,
      date: today,
    }
  },
  sections(file, _options, today) {
    const entries = openRequests(file)
    return [summary(entries, today), list(file, entries, today)]
  },
}

function summary(entries: readonly Entry[], today: string): Section {
  const count = (passes: (entry: Entry) => boolean) => entries.filter(passes).length
  const late = count((entry) => isLate(entry, today))
  return {
    id: 'summary',
    title: words('summary'),
    blocks: [
      {
        kind: 'figures',
        items: [
          { value: String(count(({ state }) => state === 'to-request')), label: text('register-evidence:state.to-request') },
          { value: String(count(({ state }) => state === 'requested')), label: text('register-evidence:state.requested') },
          { value: String(late), label: words('late'), tone: late > 0 ? 'poor' : 'good' },
        ],
      },
      { kind: 'paragraph', runs: [{ text: words('how') }] },
    ],
  }
}

const columns = (): Table['columns'] =>
  (
    [
      ['got', 7, 'center'],
      ['reference', 9],
      ['what', 40],
      ['for', 13],
      ['due', 11],
      ['state', 13],
      ['remarks', 20],
    ] as const
  ).map(([id, width, align]) => ({ id, title: words(`columns.${id}`), width, ...(align ? { align } : {}) }))

/** By whom to ask; those of nobody come last. */
function list(file: EngagementFile, entries: readonly Entry[], today: string): Section {
  const groups = [...Map.groupBy(entries, ({ requestedFrom }) => requestedFrom.trim())].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  )
  const rows = groups.flatMap(([from, ofGroup]): (Row | GroupRow)[] => [
    { group: true, id: `from-${from}`, title: from === '' ? words('nobody') : words('from', { from }) },
    ...ofGroup.map((entry) => row(file, entry, today)),
  ])
  const title = words('list')
  return {
    id: 'list',
    title,
    landscape: true,
    blocks: [{ kind: 'table', id: 'evidence-requests', title, columns: columns(), rows, empty: words('empty') }],
  }
}

/** A box to tick, in letters that every font has. */
const emptyBox = '[   ]'

function row(file: EngagementFile, entry: Entry, today: string): Row {
  const linked = linkedWith(file, { kind: 'evidence', id: entry.id }).map(({ code, title }) => code || title)
  const late = isLate(entry, today)
  return {
    id: entry.reference,
    cells: [
      { text: emptyBox },
      { text: entry.reference, strong: true },
      { text: [entry.title, entry.description.trim()].filter(Boolean).join('\n') },
      { text: linked.join(', ') },
      entry.dueDate === null ? { text: '' } : { text: entry.dueDate, date: entry.dueDate, ...(late ? { tone: 'poor' as const } : {}) },
      {
        text: late ? words('overdue') : text(`register-evidence:state.${entry.state}`),
        ...(late ? { tone: 'poor' as const } : {}),
      },
      { text: '' },
    ],
  }
}
