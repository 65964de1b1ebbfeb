import {
  IconAlertTriangle,
  IconChartRadar,
  IconChecklist,
  IconClipboardCheck,
  IconCpu,
  IconFileText,
  IconHome2,
  IconListDetails,
  IconMessages,
  IconScale,
  IconTopologyStar3,
  IconUsersGroup,
} from '@tabler/icons-react'

/** The rail, in the order of the work. Titles are in the language file: shell:screens.<id>. */
export const screens = [
  { id: 'overview', group: null, icon: IconHome2 },
  { id: 'gap', group: 'assess', icon: IconClipboardCheck },
  { id: 'interview', group: 'assess', icon: IconMessages },
  { id: 'judgements', group: 'assess', icon: IconListDetails },
  { id: 'results', group: 'assess', icon: IconChartRadar },
  { id: 'systems', group: 'assess', icon: IconCpu },
  { id: 'classification', group: 'assess', icon: IconScale },
  { id: 'impacts', group: 'assess', icon: IconUsersGroup },
  { id: 'risks', group: 'assess', icon: IconAlertTriangle },
  { id: 'soa', group: 'decide', icon: IconChecklist },
  { id: 'trace', group: 'decide', icon: IconTopologyStar3 },
  { id: 'documents', group: 'prove', icon: IconFileText },
] as const

export type ScreenId = (typeof screens)[number]['id']
