import { type EntryValue, type RegisterId, registers } from '../contract/registers/index.ts'
import type { ReportHead, ReportMaker } from '../documents/frame.ts'
import type { Block, Cell, Details, Section } from '../documents/model.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { linkedWith } from '../engagement/registers/links.ts'
import { fieldNames, isOverdue, type PlainEntry, readEntries } from '../engagement/registers/read.ts'
import { text } from '../language/text.ts'
import { summaries } from './summaries.ts'
import { valueWords } from './words.ts'

/** Beyond so many entries a document of details is one that nobody reads: then the table stands alone. */
const mostDetailed = 80

/** The document of a register: figures, the table, and each entry with all that is known of it and linked with it. */
export const registerReport = (register: RegisterId): ReportMaker => ({
  head: (file, _options, today) => head(file, register, today),
  sections: (file, _options, today) => {
    const entries = readEntries(file, register)
    return [summary(register, entries, today), table(register, entries, today), ...details(file, register, entries)]
  },
})

function head(file: EngagementFile, register: RegisterId, today: string): ReportHead {
  const { entries, overdue } = summaries(file, [register], today)[0] ?? { entries: 0, overdue: 0 }
  const key = entries === 0 ? 'empty' : overdue > 0 ? 'overdue' : 'current'
  return {
    report: register,
    title: text(`register-${register}:report.title`),
    subtitle: text(`register-${register}:report.subtitle`),
    documentId: text(`register-${register}:report.documentId`),
    version: today,
    status: text(`registers:report.status.${key}`, { count: overdue }),
    isReady: key === 'current',
    date: today,
  }
}

const isEmpty = (value: EntryValue | undefined) => value === undefined || value === null || value.toString().trim() === ''

/** The clauses and controls whose evidence the register keeps, as words. */
export function answers(register: RegisterId): string {
  const { clauses, controls } = registers[register]
  return [
    ...(clauses.length > 0 ? [text('registers:report.clauses', { ids: clauses.join(', ') })] : []),
    ...(controls.length > 0 ? [text('registers:report.controls', { ids: controls.join(', ') })] : []),
  ].join('; ')
}

function summary(register: RegisterId, entries: readonly PlainEntry[], today: string): Section {
  const overdue = entries.filter(({ fields }) => isOverdue(register, fields, today)).length
  const unowned = entries.filter(({ fields }) => isEmpty(fields.owner)).length
  const figure = (name: string, value: number) => ({
    value: String(value),
    label: text(`registers:report.figures.${name}`),
    tone: value > 0 ? ('poor' as const) : ('good' as const),
  })
  return {
    id: 'summary',
    title: text('registers:report.sections.summary'),
    blocks: [
      {
        kind: 'figures',
        items: [
          { value: String(entries.length), label: text('registers:report.figures.entries') },
          figure('overdue', overdue),
          figure('unowned', unowned),
        ],
      },
      {
        kind: 'paragraph',
        runs: [{ text: text('registers:report.summary', { entries: entries.length, overdue, unowned, answers: answers(register) }) }],
      },
    ],
  }
}

function cellOf(register: RegisterId, field: string, value: EntryValue | undefined): Cell {
  const words = valueWords(register, field, value ?? null)
  if (typeof value === 'number') return { text: words, number: value }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { text: words, date: value }
  return { text: words }
}

function table(register: RegisterId, entries: readonly PlainEntry[], today: string): Section {
  const { columns, due } = registers[register]
  const shown = [...columns.slice(0, 6), 'owner']
  const title = text('registers:report.sections.register')
  const longest = (field: string) => Math.max(8, ...entries.map(({ fields }) => Math.min(60, String(fields[field] ?? '').length)))
  return {
    id: 'register',
    title,
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: `${register}-register`,
        title,
        columns: [
          { id: 'reference', title: text(`register-${register}:fields.reference`), width: 9 },
          { id: 'title', title: text(`register-${register}:fields.title`), width: 26 },
          ...shown.map((field) => ({ id: field, title: text(`register-${register}:fields.${field}`), width: 8 + longest(field) / 3 })),
        ],
        rows: entries.map(({ fields }) => ({
          id: String(fields.reference),
          cells: [
            { text: String(fields.reference), strong: true },
            { text: String(fields.title) },
            ...shown.map(
              (field): Cell => ({
                ...cellOf(register, field, fields[field]),
                ...(field === due && isOverdue(register, fields, today) ? { tone: 'poor' as const } : {}),
              }),
            ),
          ],
        })),
        empty: text('registers:report.empty'),
      },
    ],
  }
}

function details(file: EngagementFile, register: RegisterId, entries: readonly PlainEntry[]): Section[] {
  if (entries.length === 0 || entries.length > mostDetailed) return []
  const blocks: Block[] = entries.map((entry) => detailsOf(file, register, entry))
  return [{ id: 'details', title: text('registers:report.sections.details'), blocks }]
}

/** Everything that is known of one entry; empty fields are left out. */
export function detailsOf(file: EngagementFile, register: RegisterId, { id, fields }: PlainEntry): Details {
  const linked = linkedWith(file, { kind: register, id }).map(({ code, title }) => `${code} ${title}`.trim())
  const items = fieldNames(register)
    .filter((field) => field !== 'reference' && field !== 'title' && !isEmpty(fields[field]))
    .map((field) => ({ label: text(`register-${register}:fields.${field}`), text: valueWords(register, field, fields[field] ?? null) }))
  return {
    kind: 'details',
    id: String(fields.reference),
    title: `${String(fields.reference)} ${String(fields.title)}`,
    items: linked.length > 0 ? [...items, { label: text('registers:report.linked'), text: linked.join('\n') }] : items,
  }
}
