import type { Risk, RiskCriteria, RiskLevel } from '../contract/risk.ts'
import { text } from '../language/text.ts'
import type { Block, Cell, Column, Tone } from '../report/model.ts'
import { levelsOf } from './rules.ts'

export const stages = ['inherent', 'current', 'target'] as const
export type Stage = (typeof stages)[number]

/** What the sections of the report are made from. */
export interface ReportData {
  all: Risk[]
  /** Those that are not closed. */
  open: Risk[]
  criteria: RiskCriteria
  /** Calendar day. */
  today: string
}

export const toneOfLevel: Record<RiskLevel, Tone> = { low: 'good', medium: 'fair', high: 'poor', open: 'neutral' }
export const isBeyond = (level: RiskLevel) => level === 'medium' || level === 'high'

export const cell = (content: string): Cell => ({ text: content })
export const dayCell = (day: string | null): Cell => (day === null ? cell('') : { text: day, date: day })
export const lines = (...parts: string[]) => parts.filter((part) => part.trim() !== '').join('\n')

export const column = (id: string, width: number, align?: Column['align']): Column => ({
  id,
  width,
  title: text(`risk:report.columns.${id}`),
  ...(align ? { align } : {}),
})

/** Level in a word with the two steps behind it. */
export function levelCell({ level, likelihood, consequence }: Risk['current']): Cell {
  const word = text(`risk:level.${level}`)
  const said = likelihood === null || consequence === null ? word : text('risk:levelNumber', { level: word, likelihood, consequence })
  return { text: said, tone: toneOfLevel[level] }
}

/** How many open risks lie in each cell at one stage; the word of the cell's level stands in each. */
export function heatMap({ open, criteria }: ReportData, stage: Stage): Block[] {
  const levels = levelsOf(criteria)
  const counted = Map.groupBy(open, (risk) => `${risk[stage].likelihood} ${risk[stage].consequence}`)
  const unrated = open.filter((risk) => risk[stage].level === 'open').length
  const rows = criteria.likelihood.map(({ word }, row) => ({
    label: word,
    cells: criteria.consequence.map((_, at) => {
      const level = levels[row]?.[at] ?? 'open'
      const count = counted.get(`${row + 1} ${at + 1}`)?.length ?? 0
      const name = text(`risk:level.${level}`)
      return { text: count === 0 ? name : `${name}: ${count}`, tone: toneOfLevel[level] }
    }),
  }))
  const map: Block = {
    kind: 'heatmap',
    id: `matrix-${stage}`,
    title: text(`risk:report.matrix.${stage}`),
    description: text('risk:report.matrix.description'),
    columns: criteria.consequence.map(({ word }) => word),
    rows: rows.reverse(),
  }
  const note: Block = { kind: 'paragraph', runs: [{ text: text('risk:report.matrix.unrated', { count: unrated }), emphasis: true }] }
  return unrated === 0 ? [map] : [map, note]
}
