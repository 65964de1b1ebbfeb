import { bandOf, type FrozenAssessment, type Impact, type ImpactGuide, type LevelBand, type Measure } from '../contract/impact.ts'
import { text } from '../language/text.ts'
import type { Block, Cell, Column, GroupRow, HeatMap, Row, Table, Tone } from '../report/model.ts'

export const cell = (content: string): Cell => ({ text: content })
export const dayCell = (day: string | null): Cell => (day === null ? cell('') : { text: day, date: day })
export const paragraph = (content: string): Block => ({ kind: 'paragraph', runs: [{ text: content }] })

export const column = (id: string, width: number, align?: Column['align']): Column => ({
  id,
  width,
  title: text(`impact:report.columns.${id}`),
  ...(align ? { align } : {}),
})

export const bandTone: Record<LevelBand, Tone> = { low: 'good', moderate: 'fair', high: 'poor', 'very-high': 'poor' }

export const levelText = (level: number | null) =>
  level === null ? text('impact:notRated') : text('impact:level', { word: text(`impact:band.${bandOf(level)}`), level })

/** A level as a tinted word and number; how large a benefit is, is no warning. */
function levelCell(level: number | null, kind: Impact['kind']): Cell {
  if (level === null) return cell(text('impact:notRated'))
  return { text: levelText(level), tone: kind === 'harm' ? bandTone[bandOf(level)] : 'info' }
}

const digit = (value: number | null): Cell => (value === null ? cell('') : { text: String(value), number: value })

/** One rating row before and after the measures. */
function impactRow(impact: Impact): Row {
  const { id, kind, severity, reach, reversibility, likelihood, residualSeverity, residualLikelihood } = impact
  const concerned = text(`impact:subject.${impact.subject}`)
  return {
    id,
    cells: [
      cell(impact.who.trim() === '' ? concerned : `${concerned}: ${impact.who}`),
      cell(impact.description),
      ...[severity, reach, reversibility, likelihood].map(digit),
      levelCell(impact.level, kind),
      ...(kind === 'harm'
        ? [digit(residualSeverity), digit(residualLikelihood), levelCell(impact.residualLevel, kind), cell(impact.residualNote)]
        : []),
    ],
  }
}

/** Benefits or harms, by dimension in the order of the guide. */
export function impactTable(id: string, impacts: Impact[], kind: Impact['kind'], guide: ImpactGuide): Table {
  const own = impacts.filter((impact) => impact.kind === kind)
  const rows = guide.dimensions.flatMap(({ id: dimension, title }): (Row | GroupRow)[] => {
    const members = own.filter((impact) => impact.dimension === dimension)
    return members.length === 0 ? [] : [{ group: true, id: `${id}-${dimension}`, title }, ...members.map(impactRow)]
  })
  const ratings = (['severity', 'reach', 'reversibility', 'likelihood'] as const).map((field) => column(field, 6, 'center'))
  const after = [
    column('residualSeverity', 6, 'center'),
    column('residualLikelihood', 6, 'center'),
    column('residualLevel', 10),
    column('residualNote', 18),
  ]
  return {
    kind: 'table',
    id,
    title: text(`impact:report.sections.${kind}s`),
    columns: [column('who', 14), column(kind, 26), ...ratings, column('level', 10), ...(kind === 'harm' ? after : [])],
    rows,
    empty: text(`impact:report.no.${kind}s`),
  }
}

const statusTone: Record<Measure['status'], Tone> = { planned: 'neutral', 'under-way': 'fair', done: 'good' }

/** Measures with the harm that each answers; those of the whole assessment last. */
export function measureTable(id: string, { measures, impacts }: FrozenAssessment): Table {
  const harms = new Map(impacts.map((impact) => [impact.id, impact]))
  return {
    kind: 'table',
    id,
    title: text('impact:report.sections.measures'),
    columns: [
      column('measure', 30),
      column('harm', 24),
      column('owner', 15),
      column('due', 11),
      column('status', 10),
      column('control', 9),
    ],
    rows: measures.map((measure) => {
      const harm = measure.impactId === null ? undefined : harms.get(measure.impactId)
      return {
        id: measure.id,
        cells: [
          cell(measure.description),
          cell(harm ? harm.description : text('impact:report.wholeAssessment')),
          cell(measure.owner),
          dayCell(measure.dueDate),
          { text: text(`impact:status.${measure.status}`), tone: statusTone[measure.status] },
          cell(measure.controlCode ?? ''),
        ],
      }
    }),
    empty: text('impact:report.no.measures'),
  }
}

const steps = [1, 2, 3, 4, 5]

/** How severe against how likely, and how many harms stand in each cell, before or after the measures. */
export function heatMap(when: 'before' | 'after', impacts: Impact[], guide: ImpactGuide): HeatMap {
  const points = impacts
    .filter(({ kind }) => kind === 'harm')
    .map((harm) => (when === 'before' ? [harm.consequence, harm.likelihood] : [harm.residualConsequence, harm.residualLikelihood]))
  const countOf = (consequence: number, likelihood: number) => points.filter(([c, l]) => c === consequence && l === likelihood).length
  return {
    kind: 'heatmap',
    id: `map-${when}`,
    title: text(`impact:map.${when}`),
    description: text('impact:map.axes'),
    columns: steps.map((likelihood) =>
      text('impact:map.row', { step: likelihood, word: guide.scales.likelihood[likelihood - 1]?.word ?? '' }),
    ),
    rows: steps.toReversed().map((consequence) => ({
      label: text('impact:map.row', { step: consequence, word: guide.scales.severity[consequence - 1]?.word ?? '' }),
      cells: steps.map((likelihood) => ({
        text: String(countOf(consequence, likelihood) || ''),
        tone: bandTone[bandOf(consequence * likelihood)],
      })),
    })),
  }
}
