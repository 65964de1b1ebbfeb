import { z } from 'zod'
import { ofEngagement } from './procedure.ts'

export const searchHit = z.object({
  kind: z.enum(['requirement', 'control', 'system', 'finding', 'decision']),
  /** Catalog id, code or record id. */
  id: z.string(),
  title: z.string(),
  /** The words around the match. */
  excerpt: z.string(),
})
export type SearchHit = z.infer<typeof searchHit>

export const searchContract = {
  find: ofEngagement.query(
    'Find a requirement, control, AI system or any word of the engagement',
    z.object({ words: z.string().max(200) }),
    z.array(searchHit),
  ),
}
