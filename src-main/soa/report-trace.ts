import type { Basis, FrozenDecision } from '../contract/soa.ts'
import { text } from '../language/text.ts'
import type { Cell, Section } from '../report/model.ts'
import { column, grouped } from './report-columns.ts'

/** One below the other: a cell has several risks or duties, and each begins with its identifier. */
const lines = (values: readonly string[]): Cell => ({ text: values.join('\n') })

/** What calls for each control: the way from the statement to risks, impact assessments, legal duties and AI systems (clause 6.1.3). */
export function traceSection(rows: FrozenDecision[]): Section {
  const title = text('soa:report.sections.trace')
  const known = rows.flatMap(({ basis, ...row }) => (basis ? [{ ...row, basis }] : []))
  if (known.length === 0 && rows.length > 0)
    return { id: 'trace', title, blocks: [{ kind: 'paragraph', runs: [{ text: text('soa:report.noTrace') }] }] }
  return {
    id: 'trace',
    title,
    landscape: true,
    blocks: [
      { kind: 'paragraph', runs: [{ text: text('soa:report.trace') }] },
      {
        kind: 'table',
        id: 'trace',
        title,
        columns: [
          column('code', 8),
          column('control', 16),
          column('risks', 26),
          column('duties', 26),
          column('assessments', 20),
          column('systems', 18),
        ],
        rows: grouped(known, (row) => ({
          id: row.code,
          cells: [
            { text: row.code, strong: true },
            { text: row.title },
            lines(row.basis.risks),
            lines(row.basis.duties),
            lines(row.basis.assessments),
            { text: systemsOf(row.systems, row.basis).join(', ') },
          ],
        })),
        empty: text('soa:report.noRows'),
      },
    ],
  }
}

/** Systems named with the control and systems behind what calls for it, each once. */
function systemsOf(named: readonly { name: string }[], { systems, moreSystems }: Basis): string[] {
  const names = [...new Set([...named.map(({ name }) => name), ...systems])]
  return moreSystems === 0 ? names : [...names, text('soa:moreSystems', { count: moreSystems })]
}
