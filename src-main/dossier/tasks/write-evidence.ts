import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { FieldbookError } from '../../contract/errors.ts'
import { withAttachments } from '../../engagement/attachment-reader.ts'
import { pathError } from '../../engagement/inspect.ts'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'dossier.writeEvidence': typeof writeEvidence
  }
}

export interface EvidenceInput {
  /** The engagement file. */
  source: string
  folder: string
  /** What a person knows of the place: where the dossier will be. */
  named: string
  files: { sha256: string; size: number; name: string }[]
}

/** Writes files of evidence piece by piece and proves each by its hash. */
export async function writeEvidence({ source, folder, named, files }: EvidenceInput, progress: Progress): Promise<{ files: number }> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let written = 0
  await withAttachments(source, async (read) => {
    for (const { sha256, name } of files) {
      const hash = createHash('sha256')
      const target = await open(join(folder, name), 'wx').catch((error: unknown) => {
        throw pathError(named, error)
      })
      try {
        for (const piece of read(sha256)) {
          if (progress.signal.aborted) throw new FieldbookError('cancelled')
          hash.update(piece)
          await target.writeFile(piece)
          written += piece.length
          progress.report(written / Math.max(total, written), text('dossier:steps.evidence', { name }))
        }
      } catch (error) {
        throw pathError(named, error)
      } finally {
        await target.close()
      }
      if (hash.digest('hex') !== sha256) throw new FieldbookError('export-incomplete', { missing: name })
    }
  })
  return { files: files.length }
}
