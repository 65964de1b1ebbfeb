import { type Report, reports } from '../contract/documents.ts'
import { registerIds, registers } from '../contract/registers/index.ts'

/** What keeps evidence and is no register: authored statements, risks, impact assessments, the SoA, with the clauses and controls they answer. */
const others: Partial<Record<Report, readonly string[]>> = {
  systems: ['4.1', '8.1', 'A.4.2', 'A.9.4'],
  scope: ['4.3'],
  policy: ['5.2', 'A.2.2', 'A.2.3', 'A.2.4'],
  raci: ['5.3', 'A.3.2'],
  'risk-process': ['6.1.2'],
  risks: ['6.1.1', '6.1.2', '6.1.3', '8.2', '8.3'],
  'treatment-process': ['6.1.3'],
  soa: ['6.1.3'],
  'impact-process': ['6.1.4', 'A.5.2'],
  impact: ['6.1.4', '8.4', 'A.5.3', 'A.5.4', 'A.5.5'],
  training: ['7.2', '7.3', 'A.4.6'],
  'audit-programme': ['9.2.2'],
  roadmap: ['4.4', '6.2', '10.1'],
}

const answered: readonly { report: Report; ids: readonly string[] }[] = [
  ...registerIds.map((register) => ({ report: register, ids: [...registers[register].clauses, ...registers[register].controls] })),
  ...reports.flatMap((report) => ({ report, ids: others[report] ?? [] })),
]

/** Where the evidence for a clause or a control is made or kept, each by the report that shows it. */
export const placesOf = (id: string): Report[] => answered.filter(({ ids }) => ids.includes(id)).map(({ report }) => report)
