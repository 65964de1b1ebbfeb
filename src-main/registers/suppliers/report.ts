import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { text } from '../../language/text.ts'
import type { Section, Tone } from '../../report/model.ts'
import { registerReport } from '../report.ts'
import { readAll } from './suppliers.ts'

const base = registerReport('suppliers')
const answerTones: Record<string, Tone> = { yes: 'good', partly: 'fair', no: 'poor' }
const column = (id: string, width: number) => ({ id, title: text(`suppliers:report.columns.${id}`), width })

type All = ReturnType<typeof readAll>

/** The register of suppliers with their open points, contract clauses and due diligence (controls A.10.2 and A.10.3). */
export const suppliersReport: ReportMaker = {
  head: base.head,
  sections(file, options, today) {
    const all = readAll(file, today)
    const [summary, ...others] = base.sections(file, options, today)
    return [...(summary ? [summary] : []), points(all), ...others, clauses(all), diligence(all)]
  },
}

function points(all: All): Section {
  const items = all.flatMap(({ supplier, details }) =>
    details.points.length === 0
      ? []
      : [[{ text: `${supplier.reference} ${supplier.title}: `, strong: true }, { text: details.points.join(' ') }]],
  )
  const none = { kind: 'paragraph' as const, runs: [{ text: text('suppliers:report.noPoints') }] }
  return { id: 'points', title: text('suppliers:report.points'), blocks: [items.length === 0 ? none : { kind: 'list', items }] }
}

/** Clauses that are called for or settled, by supplier. */
function clauses(all: All): Section {
  const title = text('suppliers:report.clauses')
  const rows = all.flatMap(({ supplier, details }) =>
    details.clauses
      .filter(({ isNeeded, isSettled }) => isNeeded || isSettled)
      .map(({ id, isSettled }) => ({
        id: `${supplier.reference} ${id}`,
        cells: [
          { text: `${supplier.reference} ${supplier.title}` },
          { text: text(`register-suppliers:contractClauses.${id}`) },
          { text: text(`suppliers:clauses.${isSettled ? 'settled' : 'missing'}`), tone: isSettled ? ('good' as const) : ('poor' as const) },
        ],
      })),
  )
  const columns = [column('supplier', 36), column('clause', 44), column('state', 20)]
  return {
    id: 'clauses',
    title,
    blocks: [{ kind: 'table', id: 'clauses', title, columns, rows, empty: text('suppliers:report.clausesEmpty') }],
  }
}

function diligence(all: All): Section {
  const title = text('suppliers:report.diligence')
  const rows = all.flatMap(({ supplier, details }) =>
    details.questions
      .filter(({ fields }) => fields.answer !== 'open' || fields.note !== '')
      .map(({ id, text: asked, fields: { answer, note } }) => {
        const tone = answerTones[answer]
        return {
          id: `${supplier.reference} ${id}`,
          cells: [
            { text: `${supplier.reference} ${supplier.title}` },
            { text: asked },
            { text: text(`suppliers:answer.${answer}`), ...(tone ? { tone } : {}) },
            { text: note },
          ],
        }
      }),
  )
  const columns = [column('supplier', 22), column('question', 40), column('answer', 12), column('note', 34)]
  const table = { kind: 'table' as const, id: 'diligence', title, columns, rows, empty: text('suppliers:report.diligenceEmpty') }
  return { id: 'diligence', title, landscape: true, blocks: [table] }
}
