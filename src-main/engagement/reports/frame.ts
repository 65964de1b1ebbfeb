import { text } from '../../language/text.ts'
import type { ReportHead } from '../../report/head.ts'
import type { DocumentModel, Section } from '../../report/model.ts'
import type { EngagementFile } from '../file.ts'
import { readEngagement } from '../queries.ts'

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
