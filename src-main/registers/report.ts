import { type EntryValue, type RegisterId, registers } from '../contract/registers/index.ts'
import { progressOfFields } from '../contract/registers/progress.ts'
import { stateTones, toneOf } from '../contract/registers/tones.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { linkedWith } from '../engagement/registers/links.ts'
import { missingInformation } from '../engagement/registers/mandatory.ts'
import { fieldNames, isOverdue, type PlainEntry, readEntries } from '../engagement/registers/read.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, Cell, Column, Details, Section } from '../report/model.ts'
import { summaries } from './summaries.ts'
import { valueWords } from './words.ts'

/** Beyond so many entries a document of details is one that nobody reads: then the table stands alone. */
const mostDetailed = 80

/** The document of a register: figures, the table, and each entry with all that is known of it and linked with it. */
export const registerReport = (register: RegisterId): ReportMaker => ({
  head: (file, _options, today) => head(file, register, today),
  sections: (file, _options, today) => {
    const entries = readEntries(file, register)
    return [summary(file, register, entries, today), table(register, entries, today), ...details(file, register, entries, today)]
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
    ...(clauses.length > 0 ? [text('registers:report.clauses', { count: clauses.length, ids: clauses.join(', ') })] : []),
    ...(controls.length > 0 ? [text('registers:report.controls', { count: controls.length, ids: controls.join(', ') })] : []),
  ].join('; ')
}

function summary(file: EngagementFile, register: RegisterId, entries: readonly PlainEntry[], today: string): Section {
  const overdue = entries.filter(({ fields }) => isOverdue(register, fields, today)).length
  const unowned = entries.filter(({ fields }) => isEmpty(fields.owner)).length
  const figure = (name: string, value: number) => ({
    value: String(value),
    label: text(`registers:report.figures.${name}`),
    tone: value > 0 ? ('poor' as const) : ('good' as const),
  })
  const sentences = [
    text('registers:report.summary.entries', { count: entries.length }),
    text('registers:report.summary.overdue', { count: overdue }),
    text('registers:report.summary.unowned', { count: unowned }),
    text('registers:report.summary.answers', { answers: answers(register) }),
  ]
  return {
    id: 'summary',
    title: text('registers:report.sections.summary'),
    blocks: [
      { kind: 'paragraph', runs: [{ text: text(`register-${register}:about`) + text('registers:report.stop') }] },
      {
        kind: 'figures',
        items: [
          { value: String(entries.length), label: text('registers:report.figures.entries') },
          figure('overdue', overdue),
          figure('unowned', unowned),
        ],
      },
      { kind: 'paragraph', runs: [{ text: sentences.join(' ') }] },
      ...standing(register, entries),
      ...(register === 'information' ? missingDocuments(file) : []),
    ],
  }
}

/** How many entries stand how, in the order of the states. */
function standing(register: RegisterId, entries: readonly PlainEntry[]): Block[] {
  const [field] = Object.keys(stateTones[register])
  if (field === undefined || entries.length === 0) return []
  const counted = Map.groupBy(entries, ({ fields }) => String(fields[field] ?? ''))
  const words = Object.keys(stateTones[register][field] ?? {}).flatMap((state) => {
    const count = counted.get(state)?.length ?? 0
    return count > 0 ? [`${valueWords(register, field, state)} ${count}`] : []
  })
  const name = text(`register-${register}:fields.${field}`)
  return [{ kind: 'paragraph', runs: [{ text: `${name}: `, strong: true }, { text: words.join('  ·  ') }] }]
}

/** What the standard requires as documented information and nothing in the register answers yet. */
function missingDocuments(file: EngagementFile): Block[] {
  const missing = missingInformation(file)
  if (missing.length === 0) return []
  const items = missing.map(({ requirement, title }) => [{ text: `${requirement} ${title}` }])
  return [
    { kind: 'callout', tone: 'poor', title: text('registers:report.missing', { count: missing.length }), runs: [] },
    { kind: 'list', items },
  ]
}

function cellOf(register: RegisterId, field: string, value: EntryValue | undefined): Cell {
  const words = valueWords(register, field, value ?? null)
  const tone = toneOf(register, field, value)
  if (typeof value === 'number') return { text: words, number: value }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { text: words, date: value }
  return tone ? { text: words, tone } : { text: words }
}

/** A longer word is divided: a link would take the room of all other columns. */
const longestWhole = 18

/** Wide enough for a day or the longest word, and wider for what is longer, so that long texts get the room. */
function widthOf(title: string, words: readonly string[]): number {
  const all = [title, ...words]
  const longestWord = Math.max(...all.flatMap((each) => each.split(/\s+/)).map(({ length }) => length))
  const usual = all.reduce((sum, { length }) => sum + Math.min(length, 160), 0) / all.length
  return Math.max(Math.min(longestWord, longestWhole) + 2, 8, Math.min(34, usual / 2.2))
}

function table(register: RegisterId, entries: readonly PlainEntry[], today: string): Section {
  const { columns, due } = registers[register]
  const title = text('registers:report.sections.register')
  const column = (field: string): Column => {
    const name = text(`register-${register}:fields.${field}`)
    const words = entries.map(({ fields }) => valueWords(register, field, fields[field] ?? null))
    const isNumber = entries.some(({ fields }) => typeof fields[field] === 'number')
    return { id: field, title: name, width: widthOf(name, words), ...(isNumber ? { align: 'right' as const } : {}) }
  }
  const shown = [...columns.slice(0, 6), 'owner']
  const progress = register === 'objectives' ? [{ id: 'progress', title: text('register-objectives:progress.title'), width: 10 }] : []
  return {
    id: 'register',
    title,
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: `${register}-register`,
        title,
        columns: [column('reference'), column('title'), ...shown.map(column), ...progress],
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
            ...progress.map(() => progressCell(fields)),
          ],
        })),
        empty: text('registers:report.empty'),
      },
    ],
  }
}

function progressCell(fields: PlainEntry['fields']): Cell {
  const share = progressOfFields(fields)
  return share === null ? { text: '' } : { text: text('register-objectives:progress.share', { share }), number: share }
}

function details(file: EngagementFile, register: RegisterId, entries: readonly PlainEntry[], today: string): Section[] {
  if (entries.length === 0 || entries.length > mostDetailed) return []
  const blocks: Block[] = entries.map((entry) => ({ ...detailsOf(file, register, entry), ...tagOf(register, entry, today) }))
  return [{ id: 'details', title: text('registers:report.sections.details'), blocks }]
}

/** How an entry stands, beside its title; that it is late goes before all else. */
function tagOf(register: RegisterId, { fields }: PlainEntry, today: string): Pick<Details, 'tone' | 'state'> {
  if (isOverdue(register, fields, today)) return { tone: 'poor', state: text('registers:overdueOne') }
  const [field = ''] = Object.keys(stateTones[register])
  const tone = toneOf(register, field, fields[field])
  return tone ? { tone, state: valueWords(register, field, fields[field] ?? null) } : {}
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
