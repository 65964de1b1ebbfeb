import { loadQuestionnaire } from '../catalog/questionnaire.ts'
import type { AiActDate, RiskClass } from '../contract/classification.ts'
import type { ReportOptions } from '../contract/documents.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, Cell, Row, Section, Tone } from '../report/model.ts'
import { classifiedCount } from './queries.ts'
import { type DecisionRecord, readRecords } from './records.ts'
import { answersTable, column, dayCell, dutiesTable, rolesOf, stepsOf } from './report-tables.ts'

const classTone: Record<RiskClass, Tone> = {
  unclassified: 'neutral',
  'not-an-ai-system': 'neutral',
  'out-of-scope': 'neutral',
  prohibited: 'poor',
  'high-risk': 'fair',
  transparency: 'info',
  minimal: 'good',
}

/** Up to so many systems each record has its own tables; more would make a workbook of hundreds of sheets. */
const mostWithOwnTables = 12

/** The decision record: of the systems that are chosen, or of all that are classified. */
export const classificationReport: ReportMaker = { head, sections }

function head(file: EngagementFile, _options: ReportOptions, today: string): ReportHead {
  const { systems, classified } = file.one(classifiedCount, 'systems')
  const isReady = systems > 0 && classified === systems
  return {
    report: 'classification',
    title: text('classification:report.title'),
    subtitle: text('classification:report.subtitle'),
    documentId: text('classification:report.documentId'),
    version: today,
    status: isReady ? text('classification:report.complete') : text('classification:report.underWay', { systems, classified }),
    isReady,
    date: today,
  }
}

function sections(file: EngagementFile, { systemIds }: ReportOptions, today: string): Section[] {
  const records = readRecords(file, systemIds)
  return [overview(records, today), dates(records, today), ...(records.length === 0 ? [] : [recordsSection(records, today)])]
}

const paragraph = (content: string): Block => ({ kind: 'paragraph', runs: [{ text: content }] })
const cell = (content: string): Cell => ({ text: content })

function overview(records: DecisionRecord[], today: string): Section {
  const { act, notice } = loadQuestionnaire()
  const count = (...classes: RiskClass[]) => records.filter(({ riskClass }) => classes.includes(riskClass)).length
  const figure = (key: string, value: number, tone: Tone = 'neutral') => ({
    value: String(value),
    label: text(`classification:report.figures.${key}`),
    tone: value > 0 ? tone : ('neutral' as const),
  })
  return {
    id: 'overview',
    title: text('classification:report.sections.overview'),
    blocks: [
      paragraph(text('classification:report.summary', { act })),
      {
        kind: 'figures',
        items: [
          figure('systems', records.length),
          figure('prohibited', count('prohibited'), 'poor'),
          figure('highRisk', count('high-risk'), 'fair'),
          figure('transparency', count('transparency'), 'info'),
          figure('other', count('minimal', 'out-of-scope', 'not-an-ai-system', 'unclassified')),
        ],
      },
      {
        kind: 'table',
        id: 'overview',
        title: text('classification:report.sections.overview'),
        columns: [
          column('system', 26),
          column('role', 15),
          column('class', 15),
          column('duties', 8, 'right'),
          column('next', 12),
          column('by', 14),
          column('on', 12),
        ],
        rows: records.map((record) => overviewRow(record, today)),
        empty: text('classification:report.empty'),
      },
      { kind: 'callout', tone: 'info', title: text('classification:report.notice'), runs: [{ text: notice }] },
    ],
  }
}

function overviewRow(record: DecisionRecord, today: string): Row {
  const coming = record.outcome.duties.map(({ appliesFrom }) => appliesFrom).filter((date) => date > today)
  return {
    id: record.id,
    cells: [
      { text: record.name, strong: true },
      cell(rolesOf(record.roles)),
      { text: text(`classification:riskClass.${record.riskClass}`), tone: classTone[record.riskClass] },
      { text: String(record.outcome.duties.length), number: record.outcome.duties.length },
      dayCell(coming.sort()[0] ?? null),
      cell(record.classifiedBy),
      dayCell(record.classifiedOn),
    ],
  }
}

/** Systems of this record that get a duty by that date of the Act. */
const affected = (records: DecisionRecord[], { date, duties }: AiActDate) =>
  records.filter(({ outcome }) => outcome.duties.some(({ id, appliesFrom }) => appliesFrom === date && (duties?.includes(id) ?? true)))
    .length

/** The calendar of the Act, with how many systems of this record it concerns. */
function dates(records: DecisionRecord[], today: string): Section {
  return {
    id: 'dates',
    title: text('classification:report.sections.dates'),
    blocks: [
      paragraph(text('classification:report.dates')),
      {
        kind: 'table',
        id: 'dates',
        title: text('classification:report.sections.dates'),
        columns: [column('date', 13), column('state', 11), column('what', 46), column('article', 18), column('systems', 12, 'right')],
        rows: loadQuestionnaire().dates.map((entry, index) => ({
          id: `date-${index + 1}`,
          cells: dateCells(entry, affected(records, entry), today),
        })),
        empty: text('classification:report.empty'),
      },
    ],
  }
}

const dateCells = ({ date, what, note, articles }: AiActDate, systems: number, today: string): Cell[] => [
  dayCell(date),
  date <= today
    ? { text: text('classification:report.applies'), tone: 'fair' }
    : { text: text('classification:report.coming'), tone: 'info' },
  cell(note ? `${what}. ${note}` : what),
  cell(articles.join(', ')),
  { text: String(systems), number: systems },
]

function recordsSection(records: DecisionRecord[], today: string): Section {
  const hasOwnTables = records.length <= mostWithOwnTables
  return {
    id: 'records',
    title: text('classification:report.sections.records'),
    blocks: hasOwnTables ? [] : tablesOf(records, today),
    sections: records.map((record) => ({
      id: `record-${record.id}`,
      title: record.name,
      blocks: [about(record), ...openCallout(record), ...stepsOf(record), ...(hasOwnTables ? tablesOf([record], today) : [])],
    })),
  }
}

/** Each table under its name, which is on the page what the name of the sheet is in a workbook. */
const tablesOf = (records: DecisionRecord[], today: string): Block[] => [
  { kind: 'paragraph', runs: [{ text: text('classification:report.all.dutiesOf'), strong: true }] },
  dutiesTable(records, today),
  { kind: 'paragraph', runs: [{ text: text('classification:report.all.answers'), strong: true }] },
  answersTable(records),
]

function about(record: DecisionRecord): Block {
  const by = record.outcome.highRiskBy.map((reason) => text(`classification:highRiskBy.${reason}`)).join(', ')
  const { classifiedBy, classifiedOn } = record
  const signed = [classifiedBy, classifiedOn ?? ''].filter(Boolean).join(', ')
  const items = [
    { label: text('classification:report.meaning'), text: text(`classification:about.${record.riskClass}`) },
    { label: text('classification:report.roles'), text: rolesOf(record.roles) },
    { label: text('classification:report.purpose'), text: record.purpose },
    { label: text('classification:report.owner'), text: record.owner },
    { label: text('classification:report.signed'), text: signed || text('classification:report.notSigned') },
    { label: text('classification:report.review'), text: record.reviewDate ?? '' },
    { label: text('classification:report.notes'), text: record.notes },
  ]
  return {
    kind: 'details',
    id: record.id,
    title: record.reference ? `${record.reference}  ${record.name}` : record.name,
    tone: classTone[record.riskClass],
    state: [text(`classification:riskClass.${record.riskClass}`), by].filter(Boolean).join(' '),
    items: items.filter((item) => item.text.trim() !== ''),
  }
}

function openCallout({ answers, outcome }: DecisionRecord): Block[] {
  if (outcome.complete) return []
  const count = answers.filter(({ labels }) => labels.length === 0).length
  return [
    {
      kind: 'callout',
      tone: 'fair',
      title: text('classification:report.openTitle'),
      runs: [{ text: text('classification:report.open', { count }) }],
    },
  ]
}
