import type { Report } from '../contract/documents.ts'
import { registerId, registers } from '../contract/registers/index.ts'

/** A report's place in the dossier: the clauses and controls of ISO/IEC 42001 that it is a record of. */
export interface DossierPlace {
  report: Report
  clauses: readonly string[]
  controls: readonly string[]
}

/** What each report that is no register is a record of; a register says it of itself. */
const recorded: Partial<Record<Report, Omit<DossierPlace, 'report'>>> = {
  scope: { clauses: ['4.3', '4.4'], controls: [] },
  policy: { clauses: ['5.2'], controls: ['A.2.2', 'A.2.3', 'A.2.4'] },
  raci: { clauses: ['5.3'], controls: ['A.3.2'] },
  'risk-process': { clauses: ['6.1.1', '6.1.2'], controls: [] },
  'treatment-process': { clauses: ['6.1.3'], controls: [] },
  risks: { clauses: ['6.1.2', '6.1.3', '8.2', '8.3'], controls: [] },
  soa: { clauses: ['6.1.3', '8.3'], controls: [] },
  'impact-process': { clauses: ['6.1.4'], controls: ['A.5.2'] },
  impact: { clauses: ['6.1.4', '8.4'], controls: ['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'] },
  rights: { clauses: ['8.4'], controls: ['A.5.4'] },
  systems: { clauses: ['4.3', '7.1'], controls: ['A.4.2'] },
  classification: { clauses: ['4.1'], controls: [] },
  training: { clauses: ['7.2', '7.3'], controls: [] },
  incident: { clauses: ['10.2'], controls: ['A.8.4'] },
  'audit-programme': { clauses: ['9.2.2'], controls: [] },
  audit: { clauses: ['9.2.1', '9.2.2'], controls: [] },
  review: { clauses: ['9.3.1', '9.3.2', '9.3.3'], controls: [] },
}

/** In the order of the standard; what spans all of it comes last. */
const order: readonly Report[] = [
  'issues',
  'parties',
  'scope',
  'systems',
  'classification',
  'commitments',
  'policy',
  'roles',
  'raci',
  'risk-process',
  'treatment-process',
  'impact-process',
  'soa',
  'objectives',
  'changes',
  'resources',
  'people',
  'courses',
  'training',
  'communications',
  'information',
  'operations',
  'suppliers',
  'risks',
  'impact',
  'rights',
  'incidents',
  'incident',
  'measures',
  'audit-programme',
  'audits',
  'audit',
  'reviews',
  'review',
  'nonconformities',
  'actions',
  'gap',
  'roadmap',
  'cost',
  'ai-act',
  'nist',
  'iso-27001',
  'evidence',
  'evidence-request',
  'readiness',
]

function placeOf(report: Report): DossierPlace {
  const register = registerId.safeParse(report)
  const { clauses, controls } = (register.success ? registers[register.data] : recorded[report]) ?? { clauses: [], controls: [] }
  return { report, clauses, controls }
}

/** Every report, in the order in which an auditor goes through the standard. */
export const dossierOrder: readonly DossierPlace[] = order.map(placeOf)
