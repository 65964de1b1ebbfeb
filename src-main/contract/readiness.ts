import { z } from 'zod'
import { riskClass } from './classification.ts'
import { day, nothing, ofEngagement } from './procedure.ts'

/** Where something is mended: a screen, and what is open on it. */
export const place = z.object({
  screen: z.enum([
    'gap',
    'systems',
    'classification',
    'impacts',
    'risks',
    'soa',
    'registers',
    'actions',
    'roadmap',
    'evidence',
    'crosswalk',
    'readiness',
    'documents',
  ]),
  search: z
    .object({
      item: z.string(),
      group: z.string(),
      code: z.string(),
      field: z.string(),
      system: z.string(),
      assessment: z.string(),
      risk: z.string(),
      page: z.string(),
      record: z.string(),
      kind: z.string(),
      id: z.string(),
      /** Values by column that its table is filtered by. */
      filter: z.record(z.string(), z.array(z.string())),
    })
    .partial(),
})
export type Place = z.infer<typeof place>

/** The two stages of the certification audit (ISO/IEC 17021-1): documents and readiness, then implementation and effect. */
export const stages = ['stage-1', 'stage-2'] as const
export const stage = z.enum(stages)
export type Stage = z.infer<typeof stage>

export const checkResults = ['met', 'partly', 'not', 'not-applicable'] as const
export const checkResult = z.enum(checkResults)
export type CheckResult = z.infer<typeof checkResult>

/** One check of readiness with what was found. */
export const readinessCheck = z.object({
  id: z.string(),
  stage,
  clause: z.string(),
  title: z.string(),
  /** Why an auditor asks. */
  why: z.string(),
  result: checkResult,
  /** Without it the stage cannot be passed, and it is not met in full. */
  isBlocking: z.boolean(),
  isMandatory: z.boolean(),
  /** What it counts, what of that is done, and the points that makes: `weight` × done ÷ of. */
  weight: z.number(),
  done: z.number(),
  of: z.number(),
  points: z.number(),
  reason: z.string(),
  todo: z.string(),
  place,
})
export type ReadinessCheck = z.infer<typeof readinessCheck>

export const stageReadiness = z.object({
  stage,
  /** Points ÷ weight of the checks that apply, rounded down: 100 only where everything is met. Never a promise of certification. */
  percent: z.number().int().min(0).max(100),
  points: z.number(),
  weight: z.number(),
  checks: z.number(),
  met: z.number(),
  blockers: z.number(),
})
export type StageReadiness = z.infer<typeof stageReadiness>

export const readiness = z.object({ stages: z.array(stageReadiness), checks: z.array(readinessCheck) })
export type Readiness = z.infer<typeof readiness>

/** What can be late. */
export const overdueKinds = [
  'actions',
  'findings',
  'treatments',
  'measures',
  'nonconformities',
  'readings',
  'training',
  'operations',
  'evidence',
  'contracts',
  'audits',
  'reviews',
] as const
export const overdueKind = z.enum(overdueKinds)
export type OverdueKind = z.infer<typeof overdueKind>

const dated = z.object({ kind: overdueKind, title: z.string(), day, place })

export const dashboard = z.object({
  /** Nothing has been done yet: the first steps are shown in their order. */
  isNew: z.boolean(),
  firstSteps: z.array(z.object({ id: z.string(), sentence: z.string(), isDone: z.boolean(), place })),
  standing: z.object({
    items: z.number(),
    /** Judged or confirmed in the newest round. */
    judged: z.number(),
    /** Taken from an earlier round and not confirmed yet. */
    carriedOver: z.number(),
    conformity: z.number().nullable(),
    maturity: z.number().nullable(),
    controls: z.number(),
    decided: z.number(),
    applicable: z.number(),
    implemented: z.number(),
    risks: z.number(),
    risksBeyond: z.number(),
    systems: z.number(),
    classes: z.array(z.object({ riskClass, count: z.number() })),
    stages: z.array(stageReadiness),
    target: day.nullable(),
    daysLeft: z.number().int().nullable(),
    phase: z.string().nullable(),
    phaseProgress: z.number().nullable(),
  }),
  next: z.array(z.object({ id: z.string(), sentence: z.string(), place })),
  overdue: z.object({
    total: z.number(),
    /** Each kind leads to the list of its own; what has none, since it stands in many places, names its oldest one by one. */
    kinds: z.array(z.object({ kind: overdueKind, count: z.number(), place: place.nullable(), items: z.array(dated) })),
    first: z.array(dated),
  }),
  /** Of the next 30 days, the nearest first. */
  upcoming: z.array(dated),
  /** The next days of the EU AI Act. */
  law: z.array(z.object({ day, what: z.string(), days: z.number().int() })),
})
export type Dashboard = z.infer<typeof dashboard>

export const readinessContract = {
  overdue: ofEngagement.query('Everything that is overdue, the oldest first', nothing, z.array(dated)),
  checks: ofEngagement.query(
    'How ready the client is for Stage 1 and Stage 2: every check with its reason, blockers first; no promise of certification',
    nothing,
    readiness,
  ),
  dashboard: ofEngagement.query('Where the engagement stands, what is next, what is overdue and what comes', nothing, dashboard),
}
