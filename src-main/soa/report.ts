import type { ReportOptions } from '../contract/documents.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { FrozenDecision } from '../contract/soa.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, Cell, Row, Section, Tone } from '../report/model.ts'
import { column, grouped } from './report-columns.ts'
import { traceSection } from './report-trace.ts'
import { difference, readScope, readVersion, readVersions, sinceApproval, usualVersion } from './versions.ts'

const word = (field: string, value: string) => text(`soa:${field}.${value}`)
const cell = (content: string): Cell => ({ text: content })
const dayCell = (day: string | null): Cell => (day === null ? cell('') : { text: day, date: day })

const decisionTone: Record<FrozenDecision['applicability'], Tone> = { applicable: 'info', excluded: 'neutral', undecided: 'poor' }
const statusTone: Record<FrozenDecision['status'], Tone> = {
  'not-started': 'poor',
  planned: 'fair',
  partly: 'fair',
  implemented: 'good',
  verified: 'good',
}

/** The Statement of Applicability as a document: version 0 is the SoA as it stands, another number an approved version; without one, the approved version while nothing has changed. */
export const soaReport: ReportMaker = { head, sections }

function head(file: EngagementFile, { soaVersion: number = usualVersion(file) }: ReportOptions, today: string): ReportHead {
  const version = readVersions(file).find((candidate) => candidate.number === number)
  if (number > 0 && !version) throw new FieldbookError('not-found', { what: text('soa:version', { number }) })
  return {
    report: 'soa',
    title: text('soa:report.title'),
    subtitle: text('soa:report.subtitle'),
    documentId: text('soa:report.documentId'),
    version: version ? String(version.number) : draftName(file),
    status: text(version ? 'documents:state.approved' : 'documents:state.draft'),
    isReady: version !== undefined,
    date: version?.approvedOn ?? today,
    ...(version ? { approver: version.approver, approvedVersion: version.number } : {}),
  }
}

function sections(file: EngagementFile, { soaVersion: number = usualVersion(file) }: ReportOptions): Section[] {
  const rows = readVersion(file, number)
  return [
    summary(rows, number === 0),
    basis(readScope(file, number)),
    statement(rows),
    traceSection(rows),
    exclusions(rows),
    ...ownControls(rows),
    versionHistory(file, number),
  ]
}

function draftName(file: EngagementFile): string {
  const { latest } = sinceApproval(file)
  return latest === null ? text('soa:report.firstDraft') : text('soa:report.draftAfter', { number: latest })
}

const isDone = ({ status }: FrozenDecision) => status === 'implemented' || status === 'verified'

function summary(rows: FrozenDecision[], isDraft: boolean): Section {
  const applicable = rows.filter((row) => row.applicability === 'applicable')
  const excluded = rows.filter((row) => row.applicability === 'excluded').length
  const undecided = rows.filter((row) => row.applicability === 'undecided').length
  const done = applicable.filter(isDone).length
  const blocks: Block[] = [
    {
      kind: 'figures',
      items: [
        { value: String(rows.length), label: text('soa:report.figures.controls') },
        { value: String(applicable.length), label: text('soa:report.figures.applicable'), tone: 'info' },
        { value: String(done), label: text('soa:report.figures.implemented'), tone: 'good' },
        { value: String(excluded), label: text('soa:report.figures.excluded') },
        { value: String(undecided), label: text('soa:report.figures.undecided'), tone: undecided > 0 ? 'poor' : 'neutral' },
      ],
    },
    {
      kind: 'paragraph',
      runs: [{ text: text('soa:report.summary', { total: rows.length, applicable: applicable.length, count: excluded, done }) }],
    },
    statusChart(rows),
  ]
  if (isDraft) blocks.splice(2, 0, draftCallout(undecided))
  return { id: 'summary', title: text('soa:report.sections.summary'), blocks }
}

function draftCallout(undecided: number): Block {
  const runs = [{ text: undecided > 0 ? text('soa:report.draftUndecided', { count: undecided }) : text('soa:report.draftDecided') }]
  return { kind: 'callout', tone: 'fair', title: text('soa:report.draftTitle'), runs }
}

/** How far each objective is: one bar each, stacked by status. */
function statusChart(rows: FrozenDecision[]): Block {
  const groups = Map.groupBy(rows, ({ objective, objectiveTitle }) =>
    objective === 'custom' ? objectiveTitle : `${objective} ${objectiveTitle}`,
  )
  const parts: { name: string; tone: Tone; holds: (row: FrozenDecision) => boolean }[] = [
    { name: text('soa:report.chart.done'), tone: 'good', holds: (row) => row.applicability === 'applicable' && isDone(row) },
    {
      name: text('soa:report.chart.underWay'),
      tone: 'fair',
      holds: (row) => row.applicability === 'applicable' && ['partly', 'planned'].includes(row.status),
    },
    {
      name: text('soa:report.chart.notStarted'),
      tone: 'poor',
      holds: (row) => row.applicability === 'applicable' && row.status === 'not-started',
    },
    { name: text('soa:report.chart.excluded'), tone: 'neutral', holds: (row) => row.applicability === 'excluded' },
    { name: text('soa:report.chart.undecided'), tone: 'info', holds: (row) => row.applicability === 'undecided' },
  ]
  return {
    kind: 'bars',
    id: 'soa-status',
    title: text('soa:report.chart.title'),
    description: text('soa:report.chart.description'),
    series: parts.map(({ name, tone }) => ({ name, tone })),
    bars: [...groups].map(([label, members]) => ({ label, values: parts.map(({ holds }) => members.filter(holds).length) })),
  }
}

function basis(scope: string): Section {
  const scopeText = scope.trim() || text('soa:report.noScope')
  return {
    id: 'basis',
    title: text('soa:report.sections.basis'),
    blocks: [
      { kind: 'paragraph', runs: [{ text: text('soa:report.basis') }] },
      { kind: 'paragraph', runs: [{ text: `${text('soa:report.scope')} `, strong: true }, { text: scopeText }] },
      {
        kind: 'list',
        items: ['applicable', 'excluded', 'undecided'].map((state) => [
          { text: `${word('applicability', state)}: `, strong: true },
          { text: text(`soa:report.meaning.${state}`) },
        ]),
      },
    ],
  }
}

function statement(rows: FrozenDecision[]): Section {
  return {
    id: 'statement',
    title: text('soa:report.sections.statement'),
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: 'soa',
        title: text('soa:report.sections.statement'),
        columns: [
          column('code', 7),
          column('control', 15),
          column('decision', 9),
          column('why', 19),
          column('status', 13),
          column('how', 20),
          column('responsible', 11),
          column('evidence', 17),
          column('review', 9),
        ],
        rows: grouped(rows, statementRow),
        empty: text('soa:report.noRows'),
      },
    ],
  }
}

function statementRow(row: FrozenDecision): Row {
  const isApplicable = row.applicability === 'applicable'
  return {
    id: row.code,
    cells: [
      { text: row.code, strong: true },
      cell(row.title),
      { text: word('applicability', row.applicability), tone: decisionTone[row.applicability] },
      cell(whyText(row)),
      isApplicable ? { text: word('status', row.status), tone: statusTone[row.status] } : cell(''),
      cell(howText(row)),
      cell(row.responsible),
      cell(evidenceText(row)),
      dayCell(row.reviewDate),
    ],
  }
}

const lines = (...parts: string[]) => parts.filter((part) => part.trim() !== '').join('\n')

function whyText(row: FrozenDecision): string {
  if (row.applicability === 'excluded') return row.exclusionJustification
  return lines(row.reasons.map((reason) => word('reason', reason)).join(', '), row.reasonText)
}

function howText(row: FrozenDecision): string {
  if (row.applicability === 'excluded') return ''
  const systems = row.systems.length === 0 ? '' : text('soa:report.systems', { names: row.systems.map(({ name }) => name).join(', ') })
  return lines(row.implementation, isDone(row) ? '' : row.statusReason, systems)
}

function evidenceText(row: FrozenDecision): string {
  if (row.evidence.trim() === '') return ''
  const state = word('evidenceState', row.evidenceState)
  return lines(row.evidence, row.evidenceDate === null ? state : text('soa:report.evidenceDated', { state, date: row.evidenceDate }))
}

function exclusions(rows: FrozenDecision[]): Section {
  const excluded = rows.filter(({ applicability }) => applicability === 'excluded')
  return {
    id: 'exclusions',
    title: text('soa:report.sections.exclusions'),
    blocks: [
      { kind: 'paragraph', runs: [{ text: text('soa:report.exclusions') }] },
      {
        kind: 'table',
        id: 'exclusions',
        title: text('soa:report.sections.exclusions'),
        columns: [
          column('code', 9),
          column('control', 24),
          column('justification', 40),
          column('approvedBy', 16),
          column('validUntil', 11),
        ],
        rows: excluded.map((row) => ({
          id: row.code,
          cells: [
            { text: row.code, strong: true },
            cell(row.title),
            cell(row.exclusionJustification),
            cell(row.exclusionApprovedBy),
            dayCell(row.exclusionValidUntil),
          ],
        })),
        empty: text('soa:report.noExclusions'),
      },
    ],
  }
}

function ownControls(rows: FrozenDecision[]): Section[] {
  const own = rows.filter(({ custom }) => custom)
  if (own.length === 0) return []
  return [
    {
      id: 'own-controls',
      title: text('soa:customControls'),
      blocks: own.map((row) => ({
        kind: 'details',
        id: row.code,
        title: `${row.code}  ${row.title}`,
        tone: decisionTone[row.applicability],
        state: word('applicability', row.applicability),
        items: [{ label: text('soa:report.description'), text: row.description || text('soa:report.noDescription') }],
      })),
    },
  ]
}

function versionHistory(file: EngagementFile, number: number): Section {
  const versions = readVersions(file).filter((version) => number === 0 || version.number <= number)
  const table: Block = {
    kind: 'table',
    id: 'versions',
    title: text('soa:report.sections.versions'),
    columns: [column('version', 10, 'right'), column('approvedOn', 14), column('approver', 26), column('note', 50)],
    rows: versions.map((version) => ({
      id: `version-${version.number}`,
      cells: [
        { text: String(version.number), number: version.number },
        dayCell(version.approvedOn),
        cell(version.approver),
        cell(version.note),
      ],
    })),
    empty: text('soa:report.noVersions'),
  }
  return { id: 'versions', title: text('soa:report.sections.versions'), blocks: [table, ...changesSince(file, number, versions)] }
}

/** What is different from the approved version before this one. */
function changesSince(file: EngagementFile, number: number, versions: { number: number }[]): Block[] {
  const earlier = versions.find((version) => number === 0 || version.number < number)
  if (!earlier) return []
  const { added, removed, changed } = difference(readVersion(file, earlier.number), readVersion(file, number))
  const whole = [...added.map((code) => ({ code, what: 'added' })), ...removed.map((code) => ({ code, what: 'removed' }))]
  return [
    {
      kind: 'table',
      id: 'changes',
      title: text('soa:report.changesSince', { number: earlier.number }),
      columns: [column('code', 10), column('field', 20), column('old', 35), column('new', 35)],
      rows: [
        ...whole.map(({ code, what }) => ({
          id: `${what}-${code}`,
          cells: [cell(code), cell(text(`soa:report.${what}`)), cell(''), cell('')],
        })),
        ...changed.flatMap(({ code, fields }) =>
          fields.map((field) => ({
            id: `changed-${code}-${field.field}`,
            cells: [
              cell(code),
              cell(text(`soa:fields.${field.field}`)),
              cell(printed(field.field, field.old)),
              cell(printed(field.field, field.new)),
            ],
          })),
        ),
      ],
      empty: text('soa:report.noChanges'),
    },
  ]
}

const wordFields: Record<string, string> = {
  applicability: 'applicability',
  status: 'status',
  evidenceState: 'evidenceState',
  reasons: 'reason',
}

/** Stored words in the words of the document. */
function printed(field: string, value: string): string {
  const words = wordFields[field]
  if (!words || value === '') return value
  return value
    .split(', ')
    .map((part) => word(words, part))
    .join(', ')
}
