import type { EngagementFile } from '../engagement/file.ts'
import { addEntries, type NewEntry } from '../engagement/registers/entries.ts'
import { missingInformation } from '../engagement/registers/mandatory.ts'

/** Adds an entry for each that is missing, linked with its requirement, as one change. Says how many. */
export function addMandatory(file: EngagementFile, now: Date): number {
  const entries = missingInformation(file).map(
    ({ requirement, title, kind }): NewEntry => ({
      fields: { title, kind, mandatory: 'yes', state: 'missing' },
      links: [{ kind: 'requirement', id: requirement }],
    }),
  )
  if (entries.length > 0) addEntries(file, 'information', entries, now)
  return entries.length
}
