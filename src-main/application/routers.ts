import { actionsRouter } from '../actions/router.ts'
import { catalogRouter } from '../catalog/router.ts'
import { classificationQuestionnaireRouter, classificationRouter } from '../classification/router.ts'
import { FieldbookError } from '../contract/errors.ts'
import { costRouter } from '../cost/router.ts'
import { crosswalkRouter } from '../crosswalk/router.ts'
import { documentsRouter } from '../documents/router.ts'
import { dossierRouter } from '../dossier/router.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { engagementRouter } from '../engagement/router.ts'
import { evidenceRouter } from '../evidence/router.ts'
import { gapRouter } from '../gap/router.ts'
import { impactGuideRouter, impactRouter } from '../impact/router.ts'
import { inventoryRouter } from '../inventory/router.ts'
import { readinessRouter } from '../readiness/router.ts'
import { auditsRouter } from '../registers/audits/router.ts'
import { incidentsRouter } from '../registers/incidents/router.ts'
import { measuresRouter } from '../registers/measures/router.ts'
import { raciRouter } from '../registers/raci/router.ts'
import { reviewsRouter } from '../registers/reviews/router.ts'
import { registersRouter } from '../registers/router.ts'
import { statementsRouter } from '../registers/statements/router.ts'
import { suppliersRouter } from '../registers/suppliers/router.ts'
import { trainingRouter } from '../registers/training/router.ts'
import { riskGuideRouter, riskRouter } from '../risk/router.ts'
import { roadmapRouter } from '../roadmap/router.ts'
import { searchRouter } from '../search/router.ts'
import { soaRouter } from '../soa/router.ts'
import { traceRouter } from '../trace/router.ts'
import { packageRouter, transferRouter } from '../transfer/router.ts'
import { viewsRouter } from '../views/router.ts'
import type { ApplicationContext, OpenContext } from './context.ts'
import { applicationEngagementRouter } from './engagement-router.ts'
import { filesRouter } from './files-router.ts'
import { jobsRouter } from './jobs-router.ts'
import { openPackageRouter } from './package-router.ts'
import { sessionRouter } from './session-router.ts'
import { settingsRouter } from './settings-router.ts'

type Handler<Context> = (context: Context, input: unknown) => unknown

/**
 * The routers' own types name each handler's input; here, where a call is found by its name, the door has parsed the input with the
 * schema of that very procedure.
 */
function byName<Context>(routers: Record<string, object>): ReadonlyMap<string, Handler<Context>> {
  return new Map(
    Object.entries(routers).flatMap(([group, router]) =>
      Object.entries<Handler<Context>>({ ...router }).map(([name, handler]) => [`${group}.${name}`, handler]),
    ),
  )
}

const ofApplication = byName<ApplicationContext>({
  catalog: catalogRouter,
  classification: classificationQuestionnaireRouter,
  engagement: applicationEngagementRouter,
  files: filesRouter,
  impact: impactGuideRouter,
  jobs: jobsRouter,
  risk: riskGuideRouter,
  settings: settingsRouter,
  transfer: { ...packageRouter, ...openPackageRouter },
})

const ofEngagement = new Map([
  ...byName<OpenContext>({ engagement: sessionRouter }),
  ...byName<ModuleContext>({
    engagement: engagementRouter,
    gap: gapRouter,
    inventory: inventoryRouter,
    classification: classificationRouter,
    impact: impactRouter,
    risk: riskRouter,
    soa: soaRouter,
    registers: registersRouter,
    statements: statementsRouter,
    raci: raciRouter,
    training: trainingRouter,
    incidents: incidentsRouter,
    measures: measuresRouter,
    suppliers: suppliersRouter,
    audits: auditsRouter,
    reviews: reviewsRouter,
    actions: actionsRouter,
    roadmap: roadmapRouter,
    cost: costRouter,
    crosswalk: crosswalkRouter,
    readiness: readinessRouter,
    evidence: evidenceRouter,
    dossier: dossierRouter,
    trace: traceRouter,
    views: viewsRouter,
    documents: documentsRouter,
    transfer: transferRouter,
    search: searchRouter,
  }),
])

function find<Context>(handlers: ReadonlyMap<string, Handler<Context>>, name: string): Handler<Context> {
  const handler = handlers.get(name)
  if (!handler) throw new FieldbookError('unknown-procedure', { name })
  return handler
}

export const applicationHandler = (name: string) => find(ofApplication, name)
export const engagementHandler = (name: string) => find<OpenContext>(ofEngagement, name)
