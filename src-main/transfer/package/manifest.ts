import { z } from 'zod'
import { engagementName } from '../../engagement/file-kind.ts'

export const packageFormat = 'aimspack'
export const formatVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()

/** What the manifest of every version of the format has. */
export const manifestHead = z.object({ format: z.literal(packageFormat), formatVersion: z.number().int().positive() })

/** What a package says of itself; everything in it is checked against the content before anything is written. */
export const manifestSchema = manifestHead.extend({
  formatVersion: z.literal(formatVersion),
  applicationVersion: z.string(),
  createdAt: z.iso.datetime(),
  engagement: z.object({
    id: z.string(),
    /** The copy that was packed, and the last change that it held: what a merge starts from. */
    fileId: z.string(),
    client: z.string(),
    title: z.string(),
    change: z.string().nullable(),
  }),
  /** SQLite's user_version. */
  schemaVersion: count,
  contentVersion: z.string(),
  counts: z.record(z.string(), count),
  contents: z.tuple([z.object({ name: z.literal(engagementName), size: count, sha256 })]),
})
export type Manifest = z.infer<typeof manifestSchema>
/** What the packer is told; format and contents it finds out by itself. */
export type ManifestDetails = Omit<Manifest, 'format' | 'formatVersion' | 'contents'>
