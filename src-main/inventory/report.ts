import type { RiskClass } from '../contract/classification.ts'
import { type AiSystem, isInUse, lifeCycleStages, type SystemField, systemField } from '../contract/inventory.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { rawQuery } from '../engagement/raw.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, Cell, Column, Details, GroupRow, Row, Section, Tone } from '../report/model.ts'
import { choiceWord } from './own-list.ts'
import { completeness } from './queries.ts'
import { readSystemRows, readSystems } from './systems.ts'

/** The register of AI systems as a document: figures, the table by business unit, and each system with all that is known of it. */
export const systemsReport: ReportMaker = { head, sections }

/** Beyond so many systems a document of details is one that nobody reads: then the table stands alone. */
const mostDetailed = 60

/** Characters of a purpose in a cell of the register; the details have it whole. */
const longestPurpose = 280

interface Registered extends AiSystem {
  riskClass: RiskClass
}

function head(file: EngagementFile, _options: unknown, today: string): ReportHead {
  const { systems, open, unclassified } = file.one(rawQuery(completeness), 'aiSystem')
  const key = systems === 0 ? 'empty' : open > 0 ? 'open' : unclassified > 0 ? 'unclassified' : 'complete'
  return {
    report: 'systems',
    title: text('inventory:report.title'),
    subtitle: text('inventory:report.subtitle'),
    documentId: text('inventory:report.documentId'),
    version: today,
    status: text(`inventory:report.status.${key}`, { count: open || unclassified }),
    isReady: key === 'complete',
    date: today,
  }
}

function sections(file: EngagementFile): Section[] {
  const classes = new Map(readSystemRows(file).map(({ id, riskClass }) => [id, riskClass]))
  const systems = readSystems(file).map((system): Registered => ({ ...system, riskClass: classes.get(system.id) ?? 'unclassified' }))
  return [summary(systems), register(systems), details(systems)]
}

/** What an entry of the register must tell before anything can be decided from it; `completeness` counts the same. */
const needed = ['purpose', 'owner', 'role', 'lifeCycleStage'] as const satisfies readonly SystemField[]

const missingFields = (system: Pick<Registered, (typeof needed)[number]>): SystemField[] =>
  needed.filter((field) => (system[field] ?? '').trim() === '')

const className = (riskClass: RiskClass) => text(`classification:riskClass.${riskClass}`)
const classTone: Record<RiskClass, Tone> = {
  unclassified: 'neutral',
  'not-an-ai-system': 'neutral',
  'out-of-scope': 'neutral',
  prohibited: 'poor',
  'high-risk': 'fair',
  transparency: 'info',
  minimal: 'good',
}

const paragraph = (content: string): Block => ({ kind: 'paragraph', runs: [{ text: content }] })

function summary(systems: Registered[]): Section {
  // A retired system stays in the register and counts nowhere.
  const count = (riskClass: RiskClass) => systems.filter((system) => isInUse(system) && system.riskClass === riskClass).length
  const inUse = systems.filter(({ lifeCycleStage }) => lifeCycleStage === 'operation').length
  const units = new Set(systems.map(({ department }) => department).filter((unit) => unit !== '')).size
  const open = systems.filter((system) => missingFields(system).length > 0)
  const unclassified = count('unclassified')
  const prohibited = count('prohibited')
  const personal = systems.filter(({ dataCategories }) => dataCategories.some((category) => ofPeople.has(category))).length
  const blocks: Block[] = [
    {
      kind: 'figures',
      items: [
        { value: String(systems.length), label: text('inventory:report.figures.systems') },
        { value: String(inUse), label: text('inventory:report.figures.inUse') },
        { value: String(count('high-risk')), label: className('high-risk'), tone: count('high-risk') > 0 ? 'fair' : 'neutral' },
        { value: String(prohibited), label: className('prohibited'), tone: prohibited > 0 ? 'poor' : 'neutral' },
        { value: String(unclassified), label: className('unclassified'), tone: unclassified > 0 ? 'poor' : 'good' },
      ],
    },
    paragraph(text('inventory:report.summary', { count: systems.length, units, inUse, personal })),
    ...callout(systems, open.length, unclassified),
    ...(systems.length === 0 ? [] : [stageChart(systems)]),
  ]
  return { id: 'summary', title: text('inventory:report.sections.summary'), blocks }
}

const ofPeople: ReadonlySet<string> = new Set(['personal', 'special', 'children', 'biometric'])

function callout(systems: Registered[], open: number, unclassified: number): Block[] {
  if (systems.length === 0) return []
  const sentences = [
    open > 0 ? text('inventory:report.open', { count: open }) : '',
    unclassified > 0 ? text('inventory:report.unclassified', { count: unclassified }) : '',
  ].filter((sentence) => sentence !== '')
  const isComplete = sentences.length === 0
  return [
    {
      kind: 'callout',
      tone: isComplete ? 'good' : 'fair',
      title: text(isComplete ? 'inventory:report.completeTitle' : 'inventory:report.openTitle'),
      runs: [{ text: isComplete ? text('inventory:report.complete') : sentences.join(' ') }],
    },
  ]
}

/** Classes that are drawn as one part of a bar. */
const parts: { riskClasses: RiskClass[]; tone: Tone }[] = [
  { riskClasses: ['prohibited'], tone: 'poor' },
  { riskClasses: ['high-risk'], tone: 'fair' },
  { riskClasses: ['transparency'], tone: 'info' },
  { riskClasses: ['minimal'], tone: 'good' },
  { riskClasses: ['unclassified', 'not-an-ai-system', 'out-of-scope'], tone: 'neutral' },
]

function stageChart(systems: Registered[]): Block {
  const groups = [...lifeCycleStages, null].map((stage) => ({
    label: stage === null ? text('inventory:report.noStage') : choiceWord('lifeCycleStage', stage),
    members: systems.filter(({ lifeCycleStage }) => lifeCycleStage === stage),
  }))
  return {
    kind: 'bars',
    id: 'systems-by-stage',
    title: text('inventory:report.chart.title'),
    description: text('inventory:report.chart.description'),
    series: parts.map(({ riskClasses: [first = 'unclassified', ...more], tone }) => ({
      name: more.length === 0 ? className(first) : text('inventory:report.chart.rest'),
      tone,
    })),
    bars: groups
      .filter(({ members }) => members.length > 0)
      .map(({ label, members }) => ({
        label,
        values: parts.map(({ riskClasses }) => members.filter(({ riskClass }) => riskClasses.includes(riskClass)).length),
      })),
  }
}

const column = (id: string, width: number): Column => ({ id, width, title: text(`inventory:report.columns.${id}`) })
const fieldColumn = (field: SystemField, width: number): Column => ({ id: field, width, title: text(`inventory:fields.${field}`) })

function register(systems: Registered[]): Section {
  const byUnit = [...Map.groupBy(systems, ({ department }) => department)].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b),
  )
  return {
    id: 'register',
    title: text('inventory:report.sections.register'),
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: 'register',
        title: text('inventory:report.sections.register'),
        columns: [
          fieldColumn('reference', 8),
          fieldColumn('name', 18),
          fieldColumn('purpose', 34),
          fieldColumn('owner', 13),
          fieldColumn('supplier', 12),
          fieldColumn('role', 10),
          fieldColumn('lifeCycleStage', 11),
          column('riskClass', 12),
        ],
        rows: byUnit.flatMap(([unit, members]): (Row | GroupRow)[] => [
          { group: true, id: `unit-${unit}`, title: `${unit || text('inventory:report.noUnit')}  (${members.length})` },
          ...members.map(registerRow),
        ]),
        empty: text('inventory:report.none'),
      },
    ],
  }
}

const compare = new Intl.Collator('en', { numeric: true }).compare
const cell = (content: string): Cell => ({ text: content })
const choiceCell = (field: SystemField, choice: string | null): Cell => cell(choice === null ? '' : choiceWord(field, choice))

function registerRow(system: Registered): Row {
  const { purpose } = system
  return {
    id: system.id,
    cells: [
      cell(system.reference),
      { text: system.name, strong: true },
      cell(purpose.length > longestPurpose ? `${purpose.slice(0, longestPurpose - 1).trimEnd()}…` : purpose),
      cell(system.owner),
      cell(system.supplier),
      choiceCell('role', system.role),
      choiceCell('lifeCycleStage', system.lifeCycleStage),
      { text: className(system.riskClass), tone: classTone[system.riskClass] },
    ],
  }
}

function details(systems: Registered[]): Section {
  const isTooMany = systems.length > mostDetailed
  return {
    id: 'details',
    title: text('inventory:report.sections.details'),
    blocks:
      systems.length === 0 || isTooMany
        ? [
            paragraph(
              isTooMany ? text('inventory:report.tooMany', { count: systems.length, most: mostDetailed }) : text('inventory:report.none'),
            ),
          ]
        : systems.map(detail),
  }
}

/** All that is known; what is not is named, so that a reader need not guess whether it was left out. */
function detail(system: Registered): Details {
  const filled = systemField.options.filter((field) => field !== 'name').map((field) => ({ field, content: contentOf(system, field) }))
  const unknown = filled.filter(({ content }) => content.trim() === '').map(({ field }) => text(`inventory:fields.${field}`))
  return {
    kind: 'details',
    id: system.id,
    title: system.name,
    tone: classTone[system.riskClass],
    state: className(system.riskClass),
    items: [
      ...filled
        .filter(({ content }) => content.trim() !== '')
        .map(({ field, content }) => ({ label: text(`inventory:fields.${field}`), text: content })),
      ...(unknown.length === 0 ? [] : [{ label: text('inventory:report.unknown'), text: unknown.join(', ') }]),
    ],
  }
}

function contentOf(system: Registered, field: SystemField): string {
  const value = system[field]
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((choice) => choiceWord(field, choice)).join(', ')
  return choices.has(field) ? choiceWord(field, value) : value
}

const choices: ReadonlySet<SystemField> = new Set(['role', 'lifeCycleStage', 'kind', 'autonomy', 'reach'])
