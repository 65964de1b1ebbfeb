import { z } from 'zod'
import { ofEngagement } from './procedure.ts'
import { registerId } from './registers/index.ts'

export const searchHit = z.object({
  kind: z.enum(['requirement', 'control', 'system', 'finding', 'decision', 'risk', 'assessment', 'duty', 'entry']),
  /** Catalog id, code or record id; a harm is found as the impact assessment that it stands in. */
  id: z.string(),
  title: z.string(),
  /** The register of an entry; null for anything else. */
  register: registerId.nullable().default(null),
  /** The words around the match. */
  excerpt: z.string(),
})
export type SearchHit = z.infer<typeof searchHit>

export const searchContract = {
  find: ofEngagement.query(
    'Find a requirement, control, AI system, risk, impact assessment, legal duty, entry of a register or any word of the engagement',
    z.object({ words: z.string().max(200) }),
    z.array(searchHit),
  ),
}
