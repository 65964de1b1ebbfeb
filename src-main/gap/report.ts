import { assessables, loadCatalog } from '../catalog/load.ts'
import type { Assessable } from '../contract/catalog.ts'
import type { ReportOptions } from '../contract/documents.ts'
import type { Conformity, GapResults, GroupResult, Judgement, Round } from '../contract/gap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readEngagement } from '../engagement/queries.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, Cell, Column, GroupRow, Row, Section, Tone } from '../report/model.ts'
import { readDifference, readJudgements, readResults, readRounds } from './results.ts'

const word = (conformity: Conformity) => text(`gap:conformity.${conformity}`)
const judgedWord = ({ conformity, origin }: Judgement) =>
  origin === 'carried-over' ? text('gap:report.carriedOver', { conformity: word(conformity) }) : word(conformity)
const cell = (content: string): Cell => ({ text: content })
const numberCell = (value: number | null): Cell => (value === null ? cell('') : { text: String(value), number: value })
const dayCell = (day: string | null): Cell => (day === null ? cell('') : { text: day, date: day })
const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`)
const oneDecimal = (value: number | null) => (value === null ? '–' : value.toFixed(1))

const tones: Record<Conformity, Tone> = {
  'not-assessed': 'neutral',
  conforms: 'good',
  partly: 'fair',
  'does-not-conform': 'poor',
  'not-applicable': 'neutral',
}

/** Tone of a share of conformity; the limits are those of the heat map on the screen. */
const toneOfShare = (share: number | null): Tone => (share === null ? 'neutral' : share >= 0.8 ? 'good' : share >= 0.5 ? 'fair' : 'poor')
const toneOfMaturity = (maturity: number | null): Tone =>
  maturity === null ? 'neutral' : maturity >= 3 ? 'good' : maturity >= 2 ? 'fair' : 'poor'

const chosenRound = (file: EngagementFile, { roundId }: ReportOptions) => roundId ?? readRounds(file).at(-1)?.id ?? ''

/** The gap assessment of one round as a document; the newest round where none is named. */
export const gapReport: ReportMaker = { head, sections }

function head(file: EngagementFile, options: ReportOptions, today: string): ReportHead {
  const { round, total } = readResults(file, chosenRound(file, options))
  return {
    report: 'gap',
    title: text('gap:report.title'),
    subtitle: text('gap:report.subtitle', { round: round.name }),
    documentId: text('gap:report.documentId'),
    version: round.name,
    status: text(total.confirmed === total.items ? 'gap:report.complete' : 'gap:report.underWay'),
    isReady: total.confirmed === total.items,
    date: round.closedOn ?? today,
  }
}

function sections(file: EngagementFile, options: ReportOptions): Section[] {
  const roundId = chosenRound(file, options)
  const results = readResults(file, roundId)
  const judgements = readJudgements(file, roundId)
  return [
    summary(file, results, judgements),
    resultsSection(results),
    topGaps(results),
    actionPlan(judgements),
    ...differenceSection(file, options.compareWith, roundId),
    assessment('requirements', judgements, options.withNotes),
    assessment('controls', judgements, options.withNotes),
    method(),
  ]
}

function summary(
  file: EngagementFile,
  { round, total, chapters, objectives, topGaps, openEffortDays }: GapResults,
  judgements: Judgement[],
): Section {
  const rated = [...chapters, ...objectives]
    .filter(({ conformity }) => conformity !== null)
    .sort((a, b) => (b.conformity ?? 0) - (a.conformity ?? 0))
  const findings = judgements.filter(({ finding }) => finding.trim() !== '').length
  const blocks: Block[] = [
    {
      kind: 'figures',
      items: [
        { value: percent(total.conformity), label: text('gap:report.figures.conformity'), tone: toneOfShare(total.conformity) },
        { value: oneDecimal(total.maturity), label: text('gap:report.figures.maturity') },
        { value: `${total.confirmed} / ${total.items}`, label: text('gap:report.figures.assessed') },
        {
          value: String(total.partly + total.doesNotConform),
          label: text('gap:report.figures.gaps'),
          tone: total.doesNotConform > 0 ? 'poor' : 'fair',
        },
      ],
    },
    paragraph(text('gap:report.summary.scope', { client: readEngagement(file).client, assessed: total.confirmed, items: total.items })),
    ...carriedOver(file, round, total),
    paragraph(
      text('gap:report.summary.numbers', {
        conforms: total.conforms,
        partly: total.partly,
        not: total.doesNotConform,
        na: total.notApplicable,
      }),
    ),
  ]
  const [best] = rated
  const worst = rated.at(-1)
  if (best && worst && best !== worst)
    blocks.push(
      paragraph(
        text('gap:report.summary.range', {
          best: nameOf(best),
          bestShare: percent(best.conformity),
          worst: nameOf(worst),
          worstShare: percent(worst.conformity),
        }),
      ),
    )
  if (findings > 0) blocks.push(paragraph(text('gap:report.summary.findings', { count: findings, days: openEffortDays })))
  blocks.push(conclusion(total, topGaps[0]?.title))
  return { id: 'summary', title: text('gap:report.sections.summary'), blocks }
}

/** Judgements that the round took from an earlier one and that nobody has confirmed in it. */
function carriedOver(file: EngagementFile, { basedOn }: Round, { assessed, confirmed }: GroupResult): Block[] {
  const count = assessed - confirmed
  if (count === 0) return []
  const earlier = readRounds(file).find(({ id }) => id === basedOn)?.name ?? text('gap:report.earlierRound')
  return [paragraph(text('gap:report.summary.carriedOver', { count, round: earlier }))]
}

const paragraph = (content: string): Block => ({ kind: 'paragraph', runs: [{ text: content }] })
const nameOf = ({ id, title }: GroupResult) => `${id} ${title}`

function conclusion(total: GroupResult, firstGap: string | undefined): Block {
  const share = total.conformity ?? 0
  const level =
    total.assessed === 0 ? 'none' : total.confirmed < total.items ? 'underWay' : share >= 0.9 ? 'ready' : share >= 0.6 ? 'near' : 'far'
  return {
    kind: 'callout',
    tone: level === 'ready' ? 'good' : level === 'far' ? 'poor' : level === 'none' || level === 'underWay' ? 'info' : 'fair',
    title: text(`gap:report.conclusion.${level}.title`),
    runs: [{ text: text(`gap:report.conclusion.${level}.text`, { left: total.items - total.confirmed, gap: firstGap ?? '–' }) }],
  }
}

function resultsSection({ chapters, clauses, objectives }: GapResults): Section {
  const axes = [...chapters, ...objectives]
  return {
    id: 'results',
    title: text('gap:report.sections.results'),
    blocks: [
      {
        kind: 'radar',
        id: 'radar',
        title: text('gap:report.radar.title'),
        description: text('gap:report.radar.description'),
        axes: axes.map(({ id, title, kind }) => (kind === 'chapter' ? `${id} ${title}` : id)),
        maximum: 5,
        series: [
          { name: text('gap:report.radar.maturity'), values: axes.map(({ maturity }) => maturity) },
          {
            name: text('gap:report.radar.conformity'),
            values: axes.map(({ conformity }) => (conformity === null ? null : conformity * 5)),
          },
        ],
      },
      heatMap('heatmap-clauses', text('gap:report.heatMap.clauses'), clauses),
      heatMap('heatmap-objectives', text('gap:report.heatMap.objectives'), objectives),
    ],
  }
}

function heatMap(id: string, title: string, groups: GroupResult[]): Block {
  return {
    kind: 'heatmap',
    id,
    title,
    description: text('gap:report.heatMap.description'),
    columns: ['conformity', 'maturity', 'assessed', 'gaps'].map((column) => text(`gap:report.heatMap.columns.${column}`)),
    rows: groups.map((group) => ({
      label: nameOf(group),
      cells: [
        { text: percent(group.conformity), tone: toneOfShare(group.conformity) },
        { text: oneDecimal(group.maturity), tone: toneOfMaturity(group.maturity) },
        { text: `${group.confirmed} / ${group.items}`, tone: group.confirmed === group.items ? 'neutral' : 'info' },
        {
          text: String(group.partly + group.doesNotConform),
          tone: group.doesNotConform > 0 ? 'poor' : group.partly > 0 ? 'fair' : 'neutral',
        },
      ],
    })),
  }
}

const column = (id: string, width: number, align?: Column['align']): Column => ({
  id,
  width,
  title: text(`gap:report.columns.${id}`),
  ...(align ? { align } : {}),
})

const priorityText = (priority: string | null) => (priority === null ? '' : text(`gap:priority.${priority}`))

function topGaps({ topGaps }: GapResults): Section {
  return {
    id: 'top-gaps',
    title: text('gap:report.sections.topGaps'),
    blocks: [
      {
        kind: 'table',
        id: 'top-gaps',
        title: text('gap:report.sections.topGaps'),
        columns: [column('item', 9), column('title', 24), column('conformity', 14), column('maturity', 8, 'right'), column('finding', 45)],
        rows: topGaps.map((gap) => ({
          id: gap.itemId,
          cells: [
            { text: gap.itemId, strong: true },
            cell(gap.title),
            { text: word(gap.conformity), tone: tones[gap.conformity] },
            numberCell(gap.maturity),
            cell(gap.finding || text('gap:report.noFindingText')),
          ],
        })),
        empty: text('gap:report.noGaps'),
      },
    ],
  }
}

const priorityOrder = ['critical', 'high', 'medium', 'low']
const orderOf = (priority: string | null) => (priority === null ? priorityOrder.length : priorityOrder.indexOf(priority))

/** Every finding with its action, the most urgent first. */
function actionPlan(judgements: Judgement[]): Section {
  const open = judgements
    .filter(({ finding, action }) => finding.trim() !== '' || action.trim() !== '')
    .sort((a, b) => orderOf(a.priority) - orderOf(b.priority) || (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999'))
  return {
    id: 'actions',
    title: text('gap:report.sections.actions'),
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: 'actions',
        title: text('gap:report.sections.actions'),
        columns: [
          column('item', 8),
          column('finding', 31),
          column('action', 31),
          column('owner', 14),
          column('priority', 9),
          column('effort', 8, 'right'),
          column('due', 11),
        ],
        rows: open.map((judgement) => ({
          id: judgement.itemId,
          cells: [
            { text: judgement.itemId, strong: true },
            cell(judgement.finding),
            cell(judgement.action),
            cell(judgement.owner),
            cell(priorityText(judgement.priority)),
            numberCell(judgement.effortDays),
            dayCell(judgement.dueDate),
          ],
        })),
        empty: text('gap:report.noFindings'),
      },
    ],
  }
}

function differenceSection(file: EngagementFile, from: string | undefined, to: string): Section[] {
  if (from === undefined || from === to) return []
  const difference = readDifference(file, from, to)
  const names = { from: difference.from.name, to: difference.to.name }
  return [
    {
      id: 'difference',
      title: text('gap:report.sections.difference', names),
      blocks: [
        paragraph(
          text('gap:report.difference', {
            ...names,
            improved: difference.improved,
            worsened: difference.worsened,
            unchanged: difference.unchanged,
          }),
        ),
        {
          kind: 'table',
          id: 'difference',
          title: text('gap:report.sections.difference', names),
          columns: [column('item', 10), column('title', 42), column('before', 24), column('after', 24)],
          rows: difference.items.map((item) => ({
            id: item.itemId,
            cells: [
              { text: item.itemId, strong: true },
              cell(item.title),
              { text: withMaturity(item.from, item.fromMaturity), tone: tones[item.from] },
              { text: withMaturity(item.to, item.toMaturity), tone: tones[item.to] },
            ],
          })),
          empty: text('gap:report.noDifference'),
        },
      ],
    },
  ]
}

const withMaturity = (conformity: Conformity, maturity: number | null) =>
  maturity === null ? word(conformity) : `${word(conformity)} (${maturity})`

/** Every requirement or control with its judgement, grouped by clause or objective. */
function assessment(part: 'requirements' | 'controls', judgements: Judgement[], withNotes: boolean): Section {
  const { clauses, objectives } = loadCatalog()
  const titles = new Map([...clauses, ...objectives].map(({ id, title }) => [id, title]))
  const ofPart = judgements.filter(({ itemId }) => (assessables().get(itemId)?.kind === 'requirement') === (part === 'requirements'))
  const groups = Map.groupBy(ofPart, ({ itemId }) => groupOf(assessables().get(itemId)))
  const notes = withNotes ? [column('interviewee', 11), column('notes', 24)] : []
  return {
    id: part,
    title: text(`gap:report.sections.${part}`),
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: part,
        title: text(`gap:report.sections.${part}`),
        columns: [
          column('item', 8),
          column('title', 18),
          column('conformity', 12),
          column('maturity', 8, 'right'),
          ...notes,
          column('evidence', 17),
          column('finding', 24),
        ],
        rows: [...groups].flatMap(([group, members]): (Row | GroupRow)[] => [
          { group: true, id: `group-${group}`, title: `${group}  ${titles.get(group) ?? ''}` },
          ...members.map((judgement) => assessmentRow(judgement, withNotes)),
        ]),
        empty: text('gap:report.nothing'),
      },
    ],
  }
}

const groupOf = (item: Assessable | undefined) => (item?.kind === 'requirement' ? item.clause : (item?.objective ?? ''))
const lines = (...parts: string[]) => parts.filter((part) => part.trim() !== '').join('\n')

function assessmentRow(judgement: Judgement, withNotes: boolean): Row {
  const notes = withNotes ? [cell(judgement.interviewee), cell(lines(judgement.notes, judgement.notApplicableReason))] : []
  return {
    id: judgement.itemId,
    cells: [
      { text: judgement.itemId, strong: true },
      cell(assessables().get(judgement.itemId)?.title ?? ''),
      { text: judgedWord(judgement), tone: tones[judgement.conformity] },
      numberCell(judgement.maturity),
      ...notes,
      cell(judgement.evidenceReference),
      cell(lines(judgement.finding, withNotes ? '' : judgement.notApplicableReason)),
    ],
  }
}

function method(): Section {
  const scale = (name: string, steps: readonly string[]): Block => ({
    kind: 'list',
    items: steps.map((step) => [{ text: `${text(`gap:${name}.${step}`)}: `, strong: true }, { text: text(`gap:report.${name}.${step}`) }]),
  })
  return {
    id: 'method',
    title: text('gap:report.sections.method'),
    blocks: [
      paragraph(text('gap:report.method')),
      scale('conformity', ['conforms', 'partly', 'does-not-conform', 'not-applicable']),
      paragraph(text('gap:report.maturityScale')),
      scale('maturity', ['0', '1', '2', '3', '4', '5']),
      paragraph(loadCatalog().notice),
    ],
  }
}
