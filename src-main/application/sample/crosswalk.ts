import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { crosswalkNoteFields, framework, isms } from '../../contract/crosswalk.ts'
import { putIsms, putNote } from '../../crosswalk/changes.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { resourceFolder } from '../../resources.ts'

const { state, note } = crosswalkNoteFields.shape
/** Each note: framework, row, own state, words. */
const sampleCrosswalk = z.strictObject({ isms, notes: z.array(z.tuple([framework, z.string(), state, note])) })

/** Gives the sample its ISMS and what the consultant noted beside laws and frameworks. Call inside write(). */
export function addCrosswalk(file: EngagementFile): void {
  const content: unknown = JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'crosswalk.json'), 'utf8'))
  const sample = sampleCrosswalk.parse(content)
  putIsms(file, sample.isms)
  for (const [of, item, own, words] of sample.notes) putNote(file, of, item, { state: own, note: words })
}
