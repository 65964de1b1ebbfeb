import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { insertAttachment } from '../../engagement/attachments.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { mediaTypeOf } from '../../evidence/media.ts'
import { resourceFolder } from '../../resources.ts'

/** Names of the sample's files by the reference of the entry that they belong to. */
const files = z.record(z.string(), z.string())

/** Gives entries of evidence their files. Call inside write(), after the registers are filled. */
export function addEvidenceFiles(file: EngagementFile): void {
  const folder = join(resourceFolder(), 'sample', 'evidence')
  const now = new Date()
  for (const [reference, fileName] of Object.entries(files.parse(JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8'))))) {
    const bytes = readFileSync(join(folder, fileName))
    const sha256 = insertAttachment(file, bytes, now)
    file.run(
      database
        .updateTable('evidenceRegister')
        .set({ sha256, fileName, mediaType: mediaTypeOf(bytes), size: bytes.length })
        .where('reference', '=', reference),
    )
  }
}
