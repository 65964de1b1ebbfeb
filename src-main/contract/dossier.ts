import { z } from 'zod'
import { documentFormat, exportLimits, report } from './documents.ts'
import { filePath, nothing, ofEngagement } from './procedure.ts'

/** A folder or ZIP of numbered files, or one HTML file that holds everything. */
export const dossierFormat = z.enum(['zip', 'folder', 'html'])
export type DossierFormat = z.infer<typeof dossierFormat>

/** What every document of a dossier can be written as. */
export const dossierDocuments = documentFormat.exclude(['html'])
export type DossierDocuments = z.infer<typeof dossierDocuments>

const dossierDocument = z.object({
  /** As its file begins: 05. */
  number: z.string(),
  report,
  title: z.string(),
  /** Number of an approved version that stands beside what is current; null where this is what is current. */
  version: z.number().nullable(),
})

/** A clause or control that nothing in the dossier answers, or a report with nothing to say. */
const named = z.object({ id: z.string(), title: z.string() })

/** What a dossier holds, and what is missing from it. */
export const dossierContents = z.object({
  documents: z.array(dossierDocument),
  /** Reports with nothing in them, which are left out. */
  leftOut: z.array(named),
  /** Files of evidence, each content counted once, and their bytes. */
  evidence: z.object({ files: z.number(), size: z.number() }),
  /** Entries of the register of evidence that have no file. */
  withoutFile: z.array(named),
  /** Clauses and applicable controls that neither a document nor an entry nor evidence answers. */
  unanswered: z.array(named),
})
export type DossierContents = z.infer<typeof dossierContents>

/** A document of a dossier that its format cannot print as it was written. */
export const limitedFile = exportLimits.extend({ file: z.string() })
export type LimitedFile = z.infer<typeof limitedFile>

export const dossierResult = dossierContents.extend({
  path: z.string(),
  format: dossierFormat,
  size: z.number(),
  /** Files found again when it was opened after writing. */
  files: z.number(),
  /** Documents with something that their format cannot print as it was written. */
  limits: z.array(limitedFile),
})
export type DossierResult = z.infer<typeof dossierResult>

/** Evidence up to so many bytes is put into the HTML file itself. */
const embedUpTo = z
  .number()
  .int()
  .min(0)
  .max(20 * 1024 * 1024)
  .default(1024 * 1024)

export const dossierContract = {
  contents: ofEngagement.query('What an audit dossier would hold now, and what would be missing', nothing, dossierContents),
  suggest: ofEngagement.query('Where an audit dossier could go', z.object({ format: dossierFormat }), z.object({ path: z.string() })),
  export: ofEngagement.job(
    'Write the audit dossier: all documents and evidence, numbered, with an index by clause and control',
    z.object({
      to: filePath,
      format: dossierFormat.default('zip'),
      documents: z.array(dossierDocuments).min(1).default(['pdf']),
      withEvidence: z.boolean().default(true),
      embedUpTo,
      overwrite: z.boolean().default(false),
    }),
    dossierResult,
    ['documents', 'dossier'],
  ),
}
