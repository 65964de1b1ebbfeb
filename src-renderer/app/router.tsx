import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { Frame } from './Frame.tsx'
import { jump } from './jump.ts'
import { Root } from './Root.tsx'
import { StartScreen } from './StartScreen.tsx'

const root = createRootRoute({ component: Root })
/** `open` is a file to open at once. */
const startSearch = z.object({ open: z.string().optional().catch(undefined) })
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: StartScreen,
  validateSearch: (search) => startSearch.parse(search),
})
const frame = createRoute({ getParentRoute: () => root, path: '/e/$handle', component: Frame })

const screen = <Path extends string, Module extends Record<string, unknown>, Name extends keyof Module & string>(
  path: Path,
  load: () => Promise<Module>,
  name: Name,
) =>
  createRoute({
    getParentRoute: () => frame,
    path,
    validateSearch: (search) => jump.parse(search),
    component: lazyRouteComponent(load, name),
  })

const tree = root.addChildren([
  start,
  frame.addChildren([
    screen('overview', () => import('../modules/overview/OverviewScreen.tsx'), 'OverviewScreen'),
    screen('gap', () => import('../modules/gap/GapScreen.tsx'), 'GapScreen'),
    screen('interview', () => import('../modules/gap/InterviewScreen.tsx'), 'InterviewScreen'),
    screen('judgements', () => import('../modules/gap/JudgementsScreen.tsx'), 'JudgementsScreen'),
    screen('results', () => import('../modules/gap/ResultsScreen.tsx'), 'ResultsScreen'),
    screen('systems', () => import('../modules/inventory/SystemsScreen.tsx'), 'SystemsScreen'),
    screen('classification', () => import('../modules/classification/ClassificationScreen.tsx'), 'ClassificationScreen'),
    screen('impacts', () => import('../modules/impact/ImpactScreen.tsx'), 'ImpactScreen'),
    screen('risks', () => import('../modules/risk/RiskScreen.tsx'), 'RiskScreen'),
    screen('soa', () => import('../modules/soa/SoaScreen.tsx'), 'SoaScreen'),
    screen('trace', () => import('../modules/trace/TraceScreen.tsx'), 'TraceScreen'),
    screen('registers', () => import('../modules/registers/RegistersScreen.tsx'), 'RegistersScreen'),
    screen('actions', () => import('../modules/actions/ActionsScreen.tsx'), 'ActionsScreen'),
    screen('roadmap', () => import('../modules/roadmap/RoadmapScreen.tsx'), 'RoadmapScreen'),
    screen('cost', () => import('../modules/cost/CostScreen.tsx'), 'CostScreen'),
    screen('evidence', () => import('../modules/evidence/EvidenceScreen.tsx'), 'EvidenceScreen'),
    screen('crosswalk', () => import('../modules/crosswalk/CrosswalkScreen.tsx'), 'CrosswalkScreen'),
    screen('readiness', () => import('../modules/readiness/ReadinessScreen.tsx'), 'ReadinessScreen'),
    screen('documents', () => import('../modules/documents/DocumentsScreen.tsx'), 'DocumentsScreen'),
  ]),
])

export const router = createRouter({ routeTree: tree, history: createHashHistory(), defaultPreload: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
