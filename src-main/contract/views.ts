import { z } from 'zod'
import { done, ofEngagement, recordId, shortText } from './procedure.ts'
import { registerIds } from './registers/index.ts'

/** Screens whose table keeps views. */
export const viewScreen = z.enum([
  'systems',
  'impacts',
  'risks',
  'actionList',
  'audit',
  'roadmap',
  'training',
  'ai-act',
  'nist',
  'iso-27001',
  'readiness',
  ...registerIds,
])
export type ViewScreen = z.infer<typeof viewScreen>

/** How a table is looked at: what is searched for, which values each column lets through, how it is grouped and sorted. */
export const tableView = z.object({
  words: z.string().max(500).default(''),
  /** By column; a row is shown where its value is one of these. */
  filters: z.record(z.string(), z.array(z.string())).default({}),
  groupBy: z.string().nullable().default(null),
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable().default(null),
})
export type TableView = z.infer<typeof tableView>

export const savedView = z.object({ id: recordId, screen: viewScreen, name: shortText.min(1), view: tableView })
export type SavedView = z.infer<typeof savedView>

export const viewsContract = {
  list: ofEngagement.query('The saved views of a screen, by name', z.object({ screen: viewScreen }), z.array(savedView)),
  save: ofEngagement.mutation(
    'Keep a view under a name; one that has the name already is replaced',
    z.object({ screen: viewScreen, name: shortText.trim().min(1), view: tableView }),
    savedView,
    ['views'],
  ),
  remove: ofEngagement.mutation('Remove a saved view', z.object({ id: recordId }), done, ['views'], { offersUndo: true }),
}
