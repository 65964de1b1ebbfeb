import type { DocumentModel, Row } from '../../../src-main/report/model.ts'

export const row = (id: string, ...texts: string[]): Row => ({
  id,
  cells: [{ text: id, strong: true }, ...texts.map((text) => ({ text }))],
})

/** A document with a paragraph and a table of these rows. */
export const modelOf = (rows: Row[], paragraph = 'A paragraph.'): DocumentModel => ({
  report: 'long',
  title: 'Long texts',
  subtitle: 'A test',
  client: 'Acme',
  language: 'en',
  labels: {
    contents: 'Contents',
    documentControl: 'Document control',
    documentId: 'Document',
    version: 'Version',
    status: 'Status',
    date: 'Date',
    author: 'Author',
    approver: 'Approver',
    classification: 'Classification',
    page: 'Page {page} of {pages}',
    cover: 'Cover',
    summary: 'Summary',
  },
  control: {
    documentId: 'X-1',
    version: '1',
    status: 'Draft',
    date: '2026-11-24',
    author: 'An author',
    approver: 'An approver',
    classification: 'Confidential',
  },
  sections: [
    { id: 'text', title: 'In words', blocks: [{ kind: 'paragraph', runs: [{ text: paragraph }] }] },
    {
      id: 'table',
      title: 'As a table',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          id: 'table',
          title: 'As a table',
          empty: 'Nothing.',
          columns: [10, 27, 28, 24].map((width, index) => ({ id: String(index), title: `Column ${index}`, width })),
          rows: [{ group: true, id: 'A', title: 'A group' }, ...rows],
        },
      ],
    },
  ],
})
