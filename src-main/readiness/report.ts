import { type CheckResult, type Readiness, type ReadinessCheck, type Stage, stages } from '../contract/readiness.ts'
import type { SoaStanding } from '../engagement/context.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { Section, Table, Tone } from '../report/model.ts'
import { readReadiness } from './dashboard.ts'

const tones: Record<CheckResult, Tone> = { met: 'good', partly: 'fair', not: 'poor', 'not-applicable': 'neutral' }

/** How ready the client is, stage by stage, with the sum that makes each percentage. */
export const readinessReport = (soaOf: (file: EngagementFile, today: string) => SoaStanding): ReportMaker => ({
  head(file, _options, today) {
    const blockers = readReadiness(file, today, soaOf(file, today)).checks.filter(({ isBlocking }) => isBlocking).length
    return {
      report: 'readiness',
      title: text('readiness:report.title'),
      subtitle: text('readiness:report.subtitle'),
      documentId: text('readiness:report.documentId'),
      version: today,
      status: blockers === 0 ? text('readiness:report.status.ready') : text('readiness:report.status.blockers', { count: blockers }),
      isReady: blockers === 0,
      date: today,
    }
  },
  sections(file, _options, today) {
    const readiness = readReadiness(file, today, soaOf(file, today))
    return [summary(readiness), ...stages.map((stage) => ofStage(stage, readiness))]
  },
})

const stageName = (stage: Stage) => `${text(`readiness:stage.${stage}`)}: ${text(`readiness:stageAbout.${stage}`)}`
const rounded = (points: number) => points.toFixed(1)

function summary({ stages: sums }: Readiness): Section {
  return {
    id: 'summary',
    title: text('readiness:report.summary'),
    blocks: [
      {
        kind: 'figures',
        items: sums.flatMap(({ stage, percent, blockers }) => [
          { value: text('readiness:of100', { percent }), label: stageName(stage) },
          {
            value: String(blockers),
            label: `${text(`readiness:stage.${stage}`)}: ${text('readiness:report.blockers')}`,
            tone: blockers === 0 ? ('good' as const) : ('poor' as const),
          },
        ]),
      },
      { kind: 'callout', tone: 'info', title: text('readiness:report.promiseTitle'), runs: [{ text: text('readiness:promise') }] },
      ...sums.map(({ stage, points, weight, percent }) => ({
        kind: 'paragraph' as const,
        runs: [
          { text: `${text(`readiness:stage.${stage}`)}. `, strong: true },
          { text: text('readiness:howText', { points: rounded(points), weight, percent }) },
        ],
      })),
    ],
  }
}

function ofStage(stage: Stage, { checks }: Readiness): Section {
  const own = checks.filter((check) => check.stage === stage)
  const blockers = own.filter(({ isBlocking }) => isBlocking)
  return {
    id: stage,
    title: stageName(stage),
    landscape: true,
    blocks: [
      {
        kind: 'list',
        items:
          blockers.length === 0
            ? [[{ text: text('readiness:report.noBlockers') }]]
            : blockers.map(({ clause, title, todo }) => [{ text: `${clause} ${title}. `, strong: true }, { text: todo }]),
      },
      table(stage, own),
    ],
  }
}

const columns = [
  ['clause', 8],
  ['title', 24],
  ['result', 11],
  ['reason', 26],
  ['todo', 28],
  ['points', 12],
] as const

const table = (stage: Stage, checks: readonly ReadinessCheck[]): Table => ({
  kind: 'table',
  id: stage,
  title: `${text(`readiness:stage.${stage}`)}: ${text('readiness:report.checks')}`,
  columns: columns.map(([id, width]) => ({ id, width, title: text(`readiness:fields.${id}`) })),
  rows: checks.map((check) => ({
    id: check.id,
    cells: [
      { text: check.clause, strong: true },
      { text: check.title },
      { text: text(`readiness:result.${check.result}`), tone: tones[check.result] },
      { text: check.reason },
      { text: check.todo },
      { text: text('readiness:points', { points: rounded(check.points), weight: check.result === 'not-applicable' ? 0 : check.weight }) },
    ],
  })),
  empty: text('readiness:report.noBlockers'),
})
