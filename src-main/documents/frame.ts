import type { EngagementFile } from '../engagement/file.ts'
import { readEngagement } from '../engagement/queries.ts'
import { text } from '../language/text.ts'
import type { DocumentModel, Section } from './model.ts'

export interface FrameDetails {
  report: string
  title: string
  subtitle: string
  documentId: string
  version: string
  status: string
  /** Calendar day of the document, ISO 8601. */
  date: string
  /** Who approved this version, where it is approved. */
  approver?: string
  sections: Section[]
}

/** What every document has around its sections: cover, control table (clause 7.5.2) and the words of the writers. */
export function documentFrame(file: EngagementFile, details: FrameDetails): DocumentModel {
  const engagement = readEngagement(file)
  const orOpen = (value: string) => value.trim() || text('documents:control.open')
  return {
    report: details.report,
    title: details.title,
    subtitle: details.subtitle,
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
      documentId: details.documentId,
      version: details.version,
      status: details.status,
      date: details.date,
      author: orOpen(engagement.consultant),
      approver: orOpen(details.approver ?? engagement.approver),
      classification: orOpen(engagement.classification),
    },
    sections: details.sections,
  }
}
