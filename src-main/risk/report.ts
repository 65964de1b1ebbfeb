import { loadRiskGuide } from '../catalog/risk-guide.ts'
import type { ReportOptions } from '../contract/documents.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, Section } from '../report/model.ts'
import { readCriteria } from './criteria.ts'
import { cell, column, heatMap, isBeyond, type ReportData, type Stage, stages, toneOfLevel } from './report-parts.ts'
import { openPoints, register, residual, risksBySystem, treatmentPlan } from './report-tables.ts'
import { readRisks } from './risks.ts'

/** AI risk register and treatment plan (clauses 6.1.2, 6.1.3, 8.2 and 8.3). */
export const riskReport: ReportMaker = { head, sections }

function head(_file: EngagementFile, _options: ReportOptions, today: string): ReportHead {
  return {
    report: 'risks',
    title: text('risk:report.title'),
    subtitle: text('risk:report.subtitle'),
    documentId: text('risk:report.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}

function sections(file: EngagementFile, _options: ReportOptions, today: string): Section[] {
  const all = readRisks(file, today)
  const data: ReportData = { all, open: all.filter(({ state }) => state === 'open'), criteria: readCriteria(file), today }
  return [
    summary(data),
    matrices(data),
    criteriaSection(data),
    register(data),
    treatmentPlan(data),
    residual(data),
    risksBySystem(data),
    openPoints(data),
  ]
}

/** The figures of the executive summary, and the highest risks by name. */
function summary(data: ReportData): Section {
  const { all, open } = data
  const beyond = (stage: Stage) => open.filter((risk) => isBeyond(risk[stage].level)).length
  const withIssue = (...issues: string[]) => open.filter((risk) => risk.issues.some((issue) => issues.includes(issue))).length
  const figure = (name: string, value: number) => ({
    value: String(value),
    label: text(`risk:report.figures.${name}`),
    tone: value > 0 ? ('poor' as const) : ('good' as const),
  })
  const sentence = text('risk:report.summary', {
    count: all.length,
    closed: all.length - open.length,
    beyond: beyond('current'),
    inherent: beyond('inherent'),
    target: beyond('target'),
  })
  const blocks: Block[] = [
    {
      kind: 'figures',
      items: [
        { value: String(all.length), label: text('risk:report.figures.risks', { count: all.length }) },
        figure('beyond', beyond('current')),
        figure('untreated', withIssue('no-treatment')),
        figure('unaccepted', withIssue('residual-not-accepted', 'target-not-acceptable')),
        figure('overdue', withIssue('treatment-overdue', 'review-overdue')),
      ],
    },
    { kind: 'paragraph', runs: [{ text: all.length === 0 ? text('risk:report.noRisks') : sentence }] },
    levelChart(data),
    ...highest(data),
  ]
  return { id: 'summary', title: text('risk:report.sections.summary'), blocks }
}

function levelChart({ open }: ReportData): Block {
  const levels = ['high', 'medium', 'low', 'open'] as const
  return {
    kind: 'bars',
    id: 'risk-levels',
    title: text('risk:report.chart.title'),
    description: text('risk:report.chart.description'),
    series: levels.map((level) => ({ name: text(`risk:level.${level}`), tone: toneOfLevel[level] })),
    bars: stages.map((stage) => ({
      label: text(`risk:report.matrix.${stage}`),
      values: levels.map((level) => open.filter((risk) => risk[stage].level === level).length),
    })),
  }
}

const shownHighest = 5

/** The risks that are highest today, each with what is done about it. */
function highest({ open, criteria }: ReportData): Block[] {
  const height = ({ current }: (typeof open)[number]) => (current.likelihood ?? 0) * (current.consequence ?? 0)
  const high = open.filter(({ current }) => current.level === 'high').sort((a, b) => height(b) - height(a))
  if (high.length === 0) return []
  const words = ({ current }: (typeof open)[number]) =>
    `${criteria.likelihood[(current.likelihood ?? 1) - 1]?.word}, ${criteria.consequence[(current.consequence ?? 1) - 1]?.word}`
  return [
    { kind: 'paragraph', runs: [{ text: text('risk:report.topTitle'), strong: true }] },
    {
      kind: 'list',
      items: high.slice(0, shownHighest).map((risk) => [
        { text: `${risk.reference} ${risk.title}. `, strong: true },
        { text: `${words(risk)}. ` },
        {
          text:
            risk.treatment === null ? text('risk:report.notChosen') : `${text(`risk:treatment.${risk.treatment}`)}: ${risk.treatmentPlan}`,
        },
      ]),
    },
  ]
}

function matrices(data: ReportData): Section {
  const intro: Block = { kind: 'paragraph', runs: [{ text: text('risk:report.matrix.intro') }] }
  return { id: 'matrix', title: text('risk:report.sections.matrix'), blocks: [intro, ...stages.flatMap((stage) => heatMap(data, stage))] }
}

function criteriaSection({ criteria, all }: ReportData): Section {
  const heading = (title: string): Block => ({ kind: 'paragraph', runs: [{ text: title, strong: true }] })
  const scale = (name: 'likelihood' | 'consequence'): Block => ({
    kind: 'table',
    id: `scale-${name}`,
    title: text(`risk:report.${name}Scale`),
    columns: [column('step', 8, 'right'), column('word', 24), column('meaning', 68)],
    rows: criteria[name]
      .map(({ word, meaning }, index) => ({
        id: `${name}-${index + 1}`,
        cells: [{ text: String(index + 1), number: index + 1 }, { text: word, strong: true }, cell(meaning)],
      }))
      .reverse(),
    empty: '',
  })
  const accepted = (steps: number) =>
    steps === 0
      ? text('risk:report.acceptedNothing')
      : text('risk:report.acceptedUpTo', { consequence: criteria.consequence[steps - 1]?.word ?? '' })
  const line: Block = {
    kind: 'table',
    id: 'acceptance',
    title: text('risk:report.acceptanceTable'),
    columns: [column('likelihood', 40), column('accepted', 60)],
    rows: criteria.likelihood
      .map(({ word }, index) => ({
        id: `acceptance-${index + 1}`,
        cells: [{ text: word, strong: true }, cell(accepted(criteria.acceptance[index] ?? 0))],
      }))
      .reverse(),
    empty: '',
  }
  const levels: Block = {
    kind: 'list',
    items: (['low', 'medium', 'high', 'open'] as const).map((level) => [
      { text: `${text(`risk:level.${level}`)}: `, strong: true },
      { text: text(`risk:levelMeaning.${level}`) },
    ]),
  }
  return {
    id: 'criteria',
    title: text('risk:report.sections.criteria'),
    blocks: [
      { kind: 'paragraph', runs: [{ text: text('risk:report.criteriaText') }] },
      ...(criteria.note.trim() === '' ? [] : [{ kind: 'paragraph' as const, runs: [{ text: criteria.note, emphasis: true }] }]),
      heading(text('risk:report.likelihoodScale')),
      scale('likelihood'),
      heading(text('risk:report.consequenceScale')),
      scale('consequence'),
      heading(text('risk:report.acceptanceTable')),
      line,
      levels,
    ],
    sections: [{ id: 'topics', title: text('risk:report.columns.topics'), blocks: [topicTable(all)] }],
  }
}

/** What the identifiers in the register stand for, in our own words. */
function topicTable(all: ReportData['all']): Block {
  const used = new Set(all.flatMap(({ sources, objectives }) => [...sources, ...objectives]))
  return {
    kind: 'table',
    id: 'risk-topics',
    title: text('risk:report.columns.topics'),
    columns: [column('topic', 10), column('topicTitle', 28), column('meaning', 62)],
    rows: loadRiskGuide()
      .topics.filter(({ id }) => used.has(id))
      .map(({ id, title, about }) => ({ id, cells: [{ text: id, strong: true }, cell(title), cell(about)] })),
    empty: text('risk:report.noTopics'),
  }
}
