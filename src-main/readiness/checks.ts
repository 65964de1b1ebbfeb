import type { Place, Stage } from '../contract/readiness.ts'

/** One check: what it is about, how much it counts and where it is mended. Its words are readiness:checks.<id>. */
export interface Check {
  id: string
  stage: Stage
  /** Clause of ISO/IEC 42001, or control of Annex A, that asks for it. */
  clause: string
  weight: number
  /** Without it the stage is not passed. */
  isMandatory?: boolean
  /** Where there is nothing to count the check does not apply; otherwise that nothing is there is the fault. */
  mayBeEmpty?: boolean
  place: Place
}

const register = (page: string): Place => ({ screen: 'registers', search: { page } })
const screen = (name: Place['screen']): Place => ({ screen: name, search: {} })

const stage1 = [
  { id: 'documents', clause: '7.5.1', weight: 5, isMandatory: true, place: register('information') },
  { id: 'scope', clause: '4.3', weight: 4, isMandatory: true, place: register('scope') },
  { id: 'policy', clause: '5.2', weight: 4, isMandatory: true, place: register('policy') },
  { id: 'risk-process', clause: '6.1.2', weight: 3, isMandatory: true, place: register('risk-process') },
  { id: 'treatment-process', clause: '6.1.3', weight: 2, place: register('treatment-process') },
  { id: 'impact-process', clause: '6.1.4', weight: 3, isMandatory: true, place: register('impact-process') },
  { id: 'audit-programme', clause: '9.2.2', weight: 2, place: register('audit-programme') },
  { id: 'roles', clause: '5.3', weight: 2, place: register('roles') },
  { id: 'objectives', clause: '6.2', weight: 2, place: register('objectives') },
  { id: 'gap', clause: '4.4', weight: 2, place: screen('gap') },
  { id: 'systems', clause: '4.3', weight: 3, place: screen('classification') },
  { id: 'risks-rated', clause: '6.1.2', weight: 3, isMandatory: true, place: screen('risks') },
  { id: 'risks-treated', clause: '6.1.3', weight: 3, mayBeEmpty: true, place: screen('risks') },
  { id: 'impacts', clause: '6.1.4', weight: 3, mayBeEmpty: true, place: screen('impacts') },
  { id: 'soa-decided', clause: '6.1.3', weight: 4, isMandatory: true, place: screen('soa') },
  { id: 'soa-reasons', clause: '6.1.3', weight: 3, isMandatory: true, place: screen('soa') },
  { id: 'soa-lint', clause: '6.1.3', weight: 3, isMandatory: true, place: screen('soa') },
  { id: 'soa-approved', clause: '6.1.3', weight: 3, isMandatory: true, place: screen('soa') },
  { id: 'audit', clause: '9.2.1', weight: 4, isMandatory: true, place: register('audits') },
  { id: 'audit-coverage', clause: '9.2.2', weight: 3, isMandatory: true, place: register('audits') },
  { id: 'review', clause: '9.3.1', weight: 4, isMandatory: true, place: register('reviews') },
] as const satisfies readonly Omit<Check, 'stage'>[]

const stage2 = [
  { id: 'requirements', clause: '4.4', weight: 5, place: screen('gap') },
  { id: 'failed-requirements', clause: '10.2', weight: 4, isMandatory: true, place: screen('gap') },
  { id: 'controls', clause: '8.1', weight: 5, isMandatory: true, place: screen('soa') },
  { id: 'control-evidence', clause: '7.5.3', weight: 5, isMandatory: true, place: screen('evidence') },
  { id: 'requirement-evidence', clause: '7.5.1', weight: 4, place: screen('evidence') },
  { id: 'major', clause: '10.2', weight: 4, isMandatory: true, mayBeEmpty: true, place: register('nonconformities') },
  { id: 'nonconformities', clause: '10.2', weight: 3, mayBeEmpty: true, place: register('nonconformities') },
  { id: 'actions', clause: '10.2', weight: 2, mayBeEmpty: true, place: screen('actions') },
  { id: 'treatments', clause: '8.3', weight: 3, mayBeEmpty: true, place: screen('risks') },
  { id: 'readings', clause: '9.1', weight: 3, place: register('measures') },
  { id: 'operations', clause: '8.1', weight: 3, place: register('operations') },
  { id: 'records', clause: '7.5.3', weight: 4, isMandatory: true, place: register('measures') },
  { id: 'training', clause: '7.2', weight: 3, place: register('people') },
  { id: 'suppliers', clause: 'A.10.3', weight: 2, mayBeEmpty: true, place: register('suppliers') },
  { id: 'incidents', clause: 'A.8.4', weight: 2, mayBeEmpty: true, place: register('incidents') },
  { id: 'evidence-received', clause: '7.5.3', weight: 2, mayBeEmpty: true, place: screen('evidence') },
  { id: 'evidence-valid', clause: '7.5.3', weight: 2, mayBeEmpty: true, place: screen('evidence') },
] as const satisfies readonly Omit<Check, 'stage'>[]

export type CheckId = (typeof stage1)[number]['id'] | (typeof stage2)[number]['id']

/** Every check, Stage 1 before Stage 2, in the order of the work. */
export const checks: readonly (Check & { id: CheckId })[] = [
  ...stage1.map((check) => ({ ...check, stage: 'stage-1' as const })),
  ...stage2.map((check) => ({ ...check, stage: 'stage-2' as const })),
]

/** What a check counts, and what of that is done. */
export interface Count {
  done: number
  of: number
}
