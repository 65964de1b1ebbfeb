import { z } from 'zod'
import { actionsContract } from './actions.ts'
import { auditsContract } from './audits.ts'
import { catalogContract } from './catalog.ts'
import { classificationContract } from './classification.ts'
import { costContract } from './cost.ts'
import { crosswalkContract } from './crosswalk.ts'
import { documentsContract } from './documents.ts'
import { dossierContract } from './dossier.ts'
import { engagementContract } from './engagement.ts'
import { evidenceContract } from './evidence.ts'
import { filesContract } from './files.ts'
import { gapContract } from './gap.ts'
import { impactContract } from './impact.ts'
import { incidentsContract } from './incidents.ts'
import { inventoryContract } from './inventory.ts'
import { jobsContract } from './jobs.ts'
import { measuresContract } from './measures.ts'
import type { Procedure } from './procedure.ts'
import { raciContract } from './raci.ts'
import { readinessContract } from './readiness.ts'
import { registersContract } from './registers/index.ts'
import { reviewsContract } from './reviews.ts'
import { riskContract } from './risk.ts'
import { roadmapContract } from './roadmap.ts'
import { searchContract } from './search.ts'
import { settingsContract } from './settings.ts'
import { soaContract } from './soa.ts'
import { statementsContract } from './statements.ts'
import { suppliersContract } from './suppliers.ts'
import { traceContract } from './trace.ts'
import { trainingContract } from './training.ts'
import { transferContract } from './transfer.ts'
import { viewsContract } from './views.ts'

/** Everything that a window, the browser or the command line may ask of the main side. */
export const contract = {
  engagement: engagementContract,
  catalog: catalogContract,
  gap: gapContract,
  inventory: inventoryContract,
  classification: classificationContract,
  impact: impactContract,
  risk: riskContract,
  soa: soaContract,
  registers: registersContract,
  statements: statementsContract,
  raci: raciContract,
  training: trainingContract,
  incidents: incidentsContract,
  measures: measuresContract,
  suppliers: suppliersContract,
  audits: auditsContract,
  reviews: reviewsContract,
  actions: actionsContract,
  roadmap: roadmapContract,
  cost: costContract,
  crosswalk: crosswalkContract,
  readiness: readinessContract,
  evidence: evidenceContract,
  dossier: dossierContract,
  trace: traceContract,
  views: viewsContract,
  documents: documentsContract,
  transfer: transferContract,
  search: searchContract,
  settings: settingsContract,
  files: filesContract,
  jobs: jobsContract,
}

export type Contract = typeof contract
type Named = { [G in keyof Contract & string]: { [P in keyof Contract[G] & string as `${G}.${P}`]: Contract[G][P] } }[keyof Contract &
  string]
type Merge<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never
/** Every procedure by its full name, such as gap.judge. */
export type ProcedureMap = Merge<Named>
export type ProcedureName = keyof ProcedureMap & string
export type InputOf<N extends ProcedureName> = ProcedureMap[N] extends Procedure<infer I, z.ZodType> ? z.input<I> : never
export type OutputOf<N extends ProcedureName> = ProcedureMap[N] extends Procedure<z.ZodType, infer O> ? z.output<O> : never

export const procedures: ReadonlyMap<string, Procedure> = new Map(
  Object.entries(contract).flatMap(([group, members]) =>
    Object.entries<Procedure>(members).map(([name, procedure]) => [`${group}.${name}`, procedure] as const),
  ),
)

/** One call on its way to the main side, the same in every host. */
export const callEnvelope = z.strictObject({
  procedure: z.string(),
  /** Names the open engagement, for procedures that work on one. */
  handle: z.string().optional(),
  input: z.unknown(),
})
export type CallEnvelope = z.infer<typeof callEnvelope>
