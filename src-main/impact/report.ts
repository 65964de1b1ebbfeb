import type { ReportOptions } from '../contract/documents.ts'
import { type AssessmentField, bandOf, type FrozenAssessment, type ImpactGuide, type LevelBand } from '../contract/impact.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { Block, Section, Tone } from '../report/model.ts'
import { approvalSection, decisionCallout } from './report-approval.ts'
import { headOf, type ReportSource, readSource } from './report-source.ts'
import { bandTone, cell, column, heatMap, impactTable, levelText, measureTable, paragraph } from './report-tables.ts'
import { textsOf } from './report-texts.ts'
import { highestLevels } from './rules.ts'

/** The impact assessment of one AI system as a document (ISO/IEC 42001, 8.4; ISO/IEC 42005, 5.10 and clause 6). */
export const impactReport: ReportMaker = { head: (...given) => headOf('impact', 'report', ...given), sections }

function sections(file: EngagementFile, options: ReportOptions): Section[] {
  const source = readSource(file, options)
  if (!source) return [{ id: 'none', title: text('impact:report.sections.summary'), blocks: [paragraph(text('impact:report.none'))] }]
  const { assessment, guide } = source
  const triageOnly = assessment.triage !== 'full' && assessment.impacts.length === 0
  return [
    summary(source),
    triage(assessment, guide),
    described(assessment, guide),
    ...(triageOnly ? [] : [impacts(source), failures(assessment), measures(assessment)]),
    approvalSection(source),
    method(guide),
  ]
}

const section = (id: string, blocks: Block[], landscape = false): Section => ({
  id,
  title: text(`impact:report.sections.${id}`),
  blocks,
  ...(landscape ? { landscape } : {}),
})

const toneOf = (level: number | null): Tone => (level === null ? 'neutral' : bandTone[bandOf(level)])

function summary({ assessment, guide }: ReportSource): Section {
  const harms = assessment.impacts.filter(({ kind }) => kind === 'harm')
  const highest = highestLevels(harms)
  const { level } = highest
  const rated = {
    before: harms.filter((harm) => harm.level !== null).length,
    after: harms.filter((harm) => harm.residualLevel !== null).length,
  }
  // As long as one harm is not rated, nothing is said of the highest after the measures: it may be that one.
  const isRated = rated.before === harms.length && rated.after === harms.length
  const residualLevel = isRated ? highest.residualLevel : null
  const open = assessment.measures.filter(({ status }) => status !== 'done').length
  const figure = (value: number | null, id: string, tone: Tone = 'neutral') => ({
    value: value === null ? '–' : String(value),
    label: text(`impact:report.figures.${id}`, { count: value ?? 0 }),
    tone,
  })
  const benefits = assessment.impacts.length - harms.length
  const values = {
    system: assessment.systemName,
    harms: text('impact:report.harms', { count: harms.length }),
    benefits: text('impact:report.benefits', { count: benefits }),
    before: levelText(level),
    after: levelText(residualLevel),
    ratedBefore: rated.before,
    ratedAfter: rated.after,
    all: harms.length,
  }
  return section('summary', [
    {
      kind: 'figures',
      items: [
        figure(benefits, 'benefits', 'info'),
        figure(harms.length, 'harms'),
        figure(level, 'before', toneOf(level)),
        figure(residualLevel, 'after', toneOf(residualLevel)),
        figure(open, 'open', open > 0 ? 'fair' : 'good'),
      ],
    },
    paragraph(text(`impact:report.summary.${assessment.triage === 'full' && !isRated ? 'partlyRated' : assessment.triage}`, values)),
    ...(assessment.conclusion.trim() === '' ? [] : [paragraph(assessment.conclusion)]),
    decisionCallout(assessment),
    ...(harms.length === 0 ? [] : [heatMap('before', assessment.impacts, guide), heatMap('after', assessment.impacts, guide)]),
  ])
}

function triage({ triage: decided, triageAnswers, triageProposal, triageReason }: FrozenAssessment, guide: ImpactGuide): Section {
  const answerOf = (id: string) => {
    const answer = triageAnswers[id]
    return answer === undefined
      ? { text: text('impact:answer.open') }
      : { text: text(answer ? 'impact:answer.yes' : 'impact:answer.no'), tone: answer ? ('fair' as const) : ('good' as const) }
  }
  return section('triage', [
    paragraph(text('impact:report.triage')),
    {
      kind: 'table',
      id: 'triage',
      title: text('impact:report.sections.triage'),
      columns: [column('question', 56), column('answer', 10), column('source', 34)],
      rows: guide.triage.map(({ id, text: question, source }) => ({
        id: `triage-${id}`,
        cells: [cell(question), answerOf(id), cell(source)],
      })),
      empty: '',
    },
    {
      kind: 'callout',
      tone: decided === 'full' ? 'info' : 'neutral',
      title: text('impact:report.triageDecided', {
        proposal: text(`impact:triage.${triageProposal}`),
        decided: text(`impact:triage.${decided}`),
      }),
      runs: [{ text: triageReason.trim() || text('impact:report.noReason') }],
    },
  ])
}

/** Texts of the description in the order of ISO/IEC 42005, 6.2 to 6.7. */
const describing: AssessmentField[] = [
  'assessors',
  'scope',
  'intendedUse',
  'misuse',
  'data',
  'models',
  'environment',
  'parties',
  'processes',
  'period',
  'affectedGroups',
  'oversight',
  'complaints',
  'notification',
]

/** Asked for by AI Act Art. 27 alone, or only by a full assessment. */
const ofRights: AssessmentField[] = ['processes', 'period', 'affectedGroups', 'oversight', 'complaints', 'notification']

function described(assessment: FrozenAssessment, guide: ImpactGuide): Section {
  const isRights = assessment.triageAnswers[guide.rightsQuestion] === true
  const optional = new Set(assessment.triage === 'full' ? (isRights ? [] : ofRights) : describing)
  return section('described', textsOf(assessment, describing, optional))
}

function impacts({ assessment, guide }: ReportSource): Section {
  return section(
    'impacts',
    [
      paragraph(text('impact:report.impacts')),
      byDimension(assessment, guide),
      impactTable('harms', assessment.impacts, 'harm', guide),
      impactTable('benefits', assessment.impacts, 'benefit', guide),
    ],
    true,
  )
}

/** How many harms each dimension has, by how high they are before the measures. */
function byDimension({ impacts: all }: FrozenAssessment, guide: ImpactGuide): Block {
  const parts: { bands: LevelBand[]; tone: Tone; name: string }[] = [
    { bands: ['high', 'very-high'], tone: 'poor', name: text('impact:report.highAndAbove') },
    { bands: ['moderate'], tone: 'fair', name: text('impact:band.moderate') },
    { bands: ['low'], tone: 'good', name: text('impact:band.low') },
  ]
  const bars = guide.dimensions.flatMap(({ id, title }) => {
    const own = all.filter(({ dimension, kind, level }) => dimension === id && kind === 'harm' && level !== null)
    if (own.length === 0) return []
    const counted = parts.map(({ bands }) => own.filter(({ level }) => level !== null && bands.includes(bandOf(level))).length)
    return [{ label: title, values: counted }]
  })
  return {
    kind: 'bars',
    id: 'by-dimension',
    title: text('impact:report.byDimension'),
    description: text('impact:report.byDimensionAbout'),
    series: parts.map(({ name, tone }) => ({ name, tone })),
    bars,
  }
}

function failures({ failureModes }: FrozenAssessment): Section {
  return section('failures', [
    {
      kind: 'table',
      id: 'failures',
      title: text('impact:report.sections.failures'),
      columns: [column('failure', 28), column('cause', 24), column('effect', 24), column('detection', 24)],
      rows: failureModes.map(({ id, description, cause, effect, detection }) => ({
        id,
        cells: [cell(description), cell(cause), cell(effect), cell(detection)],
      })),
      empty: text('impact:report.no.failures'),
    },
  ])
}

const measures = (assessment: FrozenAssessment) => section('measures', [measureTable('measures', assessment)], true)

/** How the ratings were made, so that a reader can follow each number. */
function method(guide: ImpactGuide): Section {
  const scales = ['severity', 'reach', 'reversibility', 'likelihood'] as const
  return section('method', [
    paragraph(text('impact:report.method')),
    {
      kind: 'table',
      id: 'scales',
      title: text('impact:report.scales'),
      columns: [column('step', 8, 'right'), column('word', 24), column('meaning', 68)],
      rows: scales.flatMap((scale) => [
        { group: true as const, id: `scale-${scale}`, title: text(`impact:fields.${scale}`) },
        ...guide.scales[scale].map(({ word, meaning }, index) => ({
          id: `scale-${scale}-${index + 1}`,
          cells: [{ text: String(index + 1), number: index + 1 }, cell(word), cell(meaning)],
        })),
      ]),
      empty: '',
    },
    paragraph(guide.notice),
  ])
}
