import type { ReportOptions } from '../contract/documents.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readEngagement } from '../engagement/queries.ts'
import { text } from '../language/text.ts'
import type { DocumentModel, Section } from './model.ts'

/** What stands on the cover and in the control table, and says how far a report is. */
export interface ReportHead {
  report: string
  title: string
  subtitle: string
  documentId: string
  version: string
  status: string
  /** It can be handed over as it is: complete or approved. */
  isReady: boolean
  /** There is nothing in it yet; said by reports that know it without being asked for their content. */
  isEmpty?: boolean
  /** Calendar day of the document, ISO 8601. */
  date: string
  /** Who approved this version, where it is approved. */
  approver?: string
}

/**
 * A report, made by the module that its numbers come from. The head is asked for whenever reports are listed, so it reads little;
 * `today` is a calendar day, ISO 8601.
 */
export interface ReportMaker {
  head: (file: EngagementFile, options: ReportOptions, today: string) => ReportHead
  sections: (file: EngagementFile, options: ReportOptions, today: string) => Section[]
}

/** What every document has around its sections: cover, control table (clause 7.5.2) and the words of the writers. */
export function documentFrame(file: EngagementFile, head: ReportHead, sections: Section[]): DocumentModel {
  const engagement = readEngagement(file)
  const orOpen = (value: string) => value.trim() || text('documents:control.open')
  return {
    report: head.report,
    title: head.title,
    subtitle: head.subtitle,
    client: engagement.client,
    labels: {
      contents: text('documents:control.contents'),
      documentControl: text('documents:control.title'),
      documentId: text('documents:control.documentId'),
      version: text('documents:control.version'),
      status: text('documents:control.status'),
      date: text('documents:control.date'),
      author: text('documents:control.author'),
      approver: text('documents:control.approver'),
      classification: text('documents:control.classification'),
      page: text('documents:control.page', { page: '{page}', pages: '{pages}' }),
      cover: text('documents:control.cover'),
      summary: text('documents:control.summary'),
    },
    language: 'en',
    control: {
      documentId: head.documentId,
      version: head.version,
      status: head.status,
      date: head.date,
      author: orOpen(engagement.consultant),
      approver: orOpen(head.approver ?? engagement.approver),
      classification: orOpen(engagement.classification),
    },
    sections,
  }
}
