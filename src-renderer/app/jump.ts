import { z } from 'zod'

/**
 * Where a jump leads: a requirement or control, a row or cell of the SoA, an AI system, an assessment, a risk, a page of the registers and an
 * entry in it, what is traced, a group or the values of columns to filter by.
 */
export const jump = z.object({
  item: z.string().optional().catch(undefined),
  group: z.string().optional().catch(undefined),
  filter: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  field: z.string().optional().catch(undefined),
  system: z.string().optional().catch(undefined),
  assessment: z.string().optional().catch(undefined),
  risk: z.string().optional().catch(undefined),
  page: z.string().optional().catch(undefined),
  record: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
})
export type Jump = z.infer<typeof jump>
