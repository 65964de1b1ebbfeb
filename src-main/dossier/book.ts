import { text } from '../language/text.ts'
import type { DocumentBook, DocumentModel } from '../report/model.ts'
import type { Answer } from './answers.ts'
import type { DossierPlan, PlannedDocument } from './plan.ts'

/** The dossier as one page: the index, every document as a chapter, and the files of evidence. */
export function bookOf(
  index: DocumentModel,
  chapters: { model: DocumentModel; document: PlannedDocument }[],
  { evidence }: DossierPlan,
  answers: Answer[],
): DocumentBook {
  return {
    title: text('dossier:book.title', { client: index.client }),
    client: index.client,
    language: index.language,
    index,
    chapters: chapters.map(({ model, document: { number, title } }) => ({ number, title, model })),
    items: answers.map(({ id, title, kind }) => ({ table: kind === 'clause' ? 'clauses' : 'controls', id, title })),
    files: evidence.map(({ sha256, size, name, entries }) => ({
      id: `e${sha256.slice(0, 16)}`,
      name,
      sha256,
      size,
      about: entries.map(({ reference, title }) => `${reference} ${title}`).join('\n'),
    })),
    labels: {
      find: text('dossier:book.find'),
      findHint: text('dossier:book.findHint'),
      found: text('dossier:book.found', { number: '{number}' }),
      nothingFound: text('dossier:book.nothingFound'),
      navigation: text('dossier:book.navigation'),
      documents: text('dossier:index.sections.documents'),
      clauses: text('dossier:book.items'),
      index: text('dossier:index.title'),
      evidence: text('dossier:index.sections.evidence'),
      file: text('dossier:index.columns.file'),
      usedBy: text('dossier:index.columns.usedBy'),
      size: text('dossier:index.columns.size'),
      sha256: text('dossier:index.columns.sha256'),
      save: text('dossier:book.save', { name: '{name}' }),
      apart: text('dossier:book.apart'),
      noFiles: text('dossier:index.noEvidence'),
      skip: text('dossier:book.skip'),
    },
  }
}
