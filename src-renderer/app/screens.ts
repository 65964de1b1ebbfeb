import {
  IconAlertTriangle,
  IconArrowsCross,
  IconBooks,
  IconChartRadar,
  IconChecklist,
  IconClipboardCheck,
  IconCoins,
  IconCpu,
  IconFileText,
  IconGauge,
  IconHome2,
  IconListCheck,
  IconListDetails,
  IconMessages,
  IconPaperclip,
  IconScale,
  IconTimeline,
  IconTopologyStar3,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ListProcedure } from './calls.ts'

interface Screen {
  id: string
  group: string | null
  icon: typeof IconHome2
  /** What it shows first: asked for while nothing else is to be done, so that a click finds it there. */
  first?: readonly ListProcedure[]
}

/** The rail, in the order of the work. Titles are in the language file: shell:screens.<id>. */
export const screens = [
  { id: 'overview', group: null, icon: IconHome2, first: ['readiness.dashboard'] },
  { id: 'gap', group: 'assess', icon: IconClipboardCheck },
  { id: 'interview', group: 'assess', icon: IconMessages },
  { id: 'judgements', group: 'assess', icon: IconListDetails },
  { id: 'results', group: 'assess', icon: IconChartRadar },
  { id: 'systems', group: 'assess', icon: IconCpu, first: ['inventory.systems'] },
  { id: 'classification', group: 'assess', icon: IconScale, first: ['inventory.systems'] },
  { id: 'impacts', group: 'assess', icon: IconUsersGroup, first: ['impact.list'] },
  { id: 'risks', group: 'assess', icon: IconAlertTriangle, first: ['risk.list', 'risk.criteria'] },
  { id: 'soa', group: 'decide', icon: IconChecklist, first: ['soa.decisions', 'soa.lint', 'soa.summary'] },
  { id: 'trace', group: 'decide', icon: IconTopologyStar3 },
  { id: 'registers', group: 'run', icon: IconBooks, first: ['registers.summaries'] },
  { id: 'actions', group: 'run', icon: IconListCheck, first: ['actions.list'] },
  { id: 'roadmap', group: 'run', icon: IconTimeline, first: ['roadmap.plan'] },
  { id: 'cost', group: 'run', icon: IconCoins, first: ['cost.estimate'] },
  { id: 'evidence', group: 'prove', icon: IconPaperclip, first: ['evidence.list', 'evidence.coverage'] },
  { id: 'crosswalk', group: 'prove', icon: IconArrowsCross },
  { id: 'readiness', group: 'prove', icon: IconGauge, first: ['readiness.checks'] },
  { id: 'documents', group: 'prove', icon: IconFileText, first: ['documents.list'] },
] as const satisfies readonly Screen[]

export type ScreenId = (typeof screens)[number]['id']
