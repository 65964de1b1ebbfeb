import type { Risk } from '../contract/risk.ts'
import { text } from '../language/text.ts'
import type { Block, Row, Section, Tone } from '../report/model.ts'
import { cell, column, dayCell, levelCell, lines, type ReportData } from './report-parts.ts'
import { isAccepted } from './rules.ts'

const statusTone: Record<Risk['treatmentStatus'], Tone> = { 'not-started': 'poor', 'under-way': 'fair', done: 'good' }

const named = (part: string, content: string) => (content.trim() === '' ? '' : text(`risk:report.${part}`, { text: content }))
const nameCells = ({ reference, title }: Risk) => [{ text: reference, strong: true }, cell(title)]
const systemNames = ({ systems }: Risk) => systems.map(({ name }) => name).join(', ')

/** A section of one introduction and one table. */
function tableSection(
  id: string,
  intro: string,
  table: Omit<Extract<Block, { kind: 'table' }>, 'kind' | 'id' | 'title'>,
  landscape = true,
): Section {
  const title = text(`risk:report.sections.${id}`)
  return {
    id,
    title,
    landscape,
    blocks: [
      { kind: 'paragraph', runs: [{ text: intro }] },
      { kind: 'table', id: `risk-${id}`, title, ...table },
    ],
  }
}

/** Every risk, identified and rated (clause 6.1.2). */
export function register({ all }: ReportData): Section {
  return tableSection('register', text('risk:report.register'), {
    columns: [
      column('reference', 7),
      column('risk', 16),
      column('causeEvent', 30),
      column('topics', 9),
      column('systems', 13),
      column('owner', 11),
      column('inherent', 9),
      column('current', 9),
      column('target', 9),
    ],
    rows: all.map((risk) => ({
      id: risk.reference,
      cells: [
        { text: risk.reference, strong: true },
        cell(risk.state === 'closed' ? `${risk.title} (${text('risk:report.closed')})` : risk.title),
        cell(lines(named('cause', risk.cause), named('event', risk.event), named('consequence', risk.consequence))),
        cell([...risk.sources, ...risk.objectives].join(', ')),
        cell(systemNames(risk)),
        cell(risk.owner),
        levelCell(risk.inherent),
        levelCell(risk.current),
        levelCell(risk.target),
      ],
    })),
    empty: text('risk:report.noRisks'),
  })
}

/** How each open risk is treated, by whom and until when (clause 6.1.3). */
export function treatmentPlan({ open }: ReportData): Section {
  return tableSection('treatment', text('risk:report.treatment'), {
    columns: [
      column('reference', 7),
      column('risk', 17),
      column('treatment', 9),
      column('controls', 17),
      column('plan', 27),
      column('treatmentOwner', 12),
      column('due', 9),
      column('status', 10),
    ],
    rows: open.map((risk) => ({
      id: risk.reference,
      cells: [
        ...nameCells(risk),
        risk.treatment === null
          ? { text: text('risk:report.notChosen'), tone: risk.issues.includes('no-treatment') ? 'poor' : 'neutral' }
          : cell(text(`risk:treatment.${risk.treatment}`)),
        cell(risk.controls.map(({ code, title }) => `${code} ${title}`).join('\n')),
        cell(risk.treatmentPlan),
        cell(risk.treatmentOwner),
        dayCell(risk.treatmentDue),
        risk.treatment === null
          ? cell('')
          : { text: text(`risk:treatmentStatus.${risk.treatmentStatus}`), tone: statusTone[risk.treatmentStatus] },
      ],
    })),
    empty: text('risk:report.noTreatment'),
  })
}

/** Who accepted which residual risk, and when (clause 6.1.3). */
export function residual({ all }: ReportData): Section {
  const table = {
    columns: [
      column('reference', 9),
      column('risk', 22),
      column('residual', 13),
      column('acceptedBy', 16),
      column('acceptedOn', 15),
      column('reason', 31),
      column('review', 15),
    ],
    rows: all.filter(isAccepted).map(
      (risk): Row => ({
        id: risk.reference,
        cells: [
          ...nameCells(risk),
          levelCell(
            risk.treatmentStatus === 'done' || risk.treatment === 'retain' || risk.target.level === 'open' ? risk.current : risk.target,
          ),
          cell(risk.acceptedBy),
          dayCell(risk.acceptedOn),
          cell(risk.acceptanceReason),
          dayCell(risk.reviewDate),
        ],
      }),
    ),
    empty: text('risk:report.noResidual'),
  }
  return tableSection('residual', text('risk:report.residual'), table, false)
}

const levels = ['high', 'medium', 'low', 'open'] as const

/** The open risks of each AI system, counted by their level today. */
export function risksBySystem({ open }: ReportData): Section {
  const links = open.flatMap((risk) =>
    risk.systems.length === 0 ? [{ name: '', risk }] : risk.systems.map(({ name }) => ({ name, risk })),
  )
  const bySystem = [...Map.groupBy(links, ({ name }) => name)].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b))
  const table = {
    columns: [
      column('system', 34),
      column('high', 9, 'right'),
      column('medium', 9, 'right'),
      column('low', 9, 'right'),
      column('unrated', 9, 'right'),
      column('references', 30),
    ],
    rows: bySystem.map(([name, own]): Row => {
      const count = (level: (typeof levels)[number]) => own.filter(({ risk }) => risk.current.level === level).length
      return {
        id: `system-${name}`,
        cells: [
          { text: name || text('risk:report.withoutSystem'), strong: true },
          ...levels.map((level) => ({ text: String(count(level)), number: count(level) })),
          cell(own.map(({ risk }) => risk.reference).join(', ')),
        ],
      }
    }),
    empty: text('risk:report.noSystems'),
  }
  return tableSection('systems', text('risk:report.systemsText'), table, false)
}

/** What an auditor would raise, risk by risk. */
export function openPoints({ open }: ReportData): Section {
  const table = {
    columns: [column('reference', 10), column('risk', 34), column('issue', 38), column('owner', 18)],
    rows: open
      .filter(({ issues }) => issues.length > 0)
      .map(
        (risk): Row => ({
          id: risk.reference,
          cells: [...nameCells(risk), cell(risk.issues.map((issue) => text(`risk:issue.${issue}`)).join('\n')), cell(risk.owner)],
        }),
      ),
    empty: text('risk:report.nothingOpen'),
  }
  return tableSection('open', text('risk:report.openText'), table, false)
}
