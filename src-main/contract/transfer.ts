import { z } from 'zod'
import { openedEngagement } from './engagement.ts'
import { filePath, moment, ofApplication, ofEngagement, passphrase } from './procedure.ts'

export const packageSummary = z.object({
  path: z.string(),
  encrypted: z.boolean(),
  size: z.number(),
  sha256: z.string(),
  client: z.string(),
  title: z.string(),
  createdAt: moment,
  counts: z.record(z.string(), z.number()),
})
export type PackageSummary = z.infer<typeof packageSummary>

export const transferContract = {
  pack: ofEngagement.job(
    'Make the engagement ready to leave the laptop: check, compact, compress, encrypt if asked',
    z.object({ to: filePath, passphrase: passphrase.optional(), overwrite: z.boolean().default(false) }),
    packageSummary,
    ['engagement'],
  ),
  suggestPackage: ofEngagement.query('A free name for a package beside the engagement', z.object({}), z.object({ path: filePath })),
  inspect: ofApplication.job(
    'Check a package whole and say what is in it',
    z.object({ path: filePath, passphrase: passphrase.optional() }),
    packageSummary,
  ),
  openPackage: ofApplication.job(
    'Check a package whole and open its engagement to read, without unpacking it',
    z.object({ path: filePath, passphrase: passphrase.optional() }),
    openedEngagement,
  ),
  unpack: ofApplication.job(
    'Check a package whole, then write its engagement as a new file',
    z.object({ path: filePath, to: filePath, passphrase: passphrase.optional() }),
    z.object({
      path: z.string(),
      client: z.string(),
      title: z.string(),
      /** Entries with values that the program does not know, each in a sentence; the engagement was written all the same. */
      problems: z.array(z.string()),
    }),
    ['engagement'],
  ),
}
