import type { Block, DocumentModel, Row, Section, Table } from '../report/model.ts'

/** Every section of a document, parents before their children. */
export function allSections(sections: Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections ?? [])])
}

export function allBlocks(model: DocumentModel): Block[] {
  return allSections(model.sections).flatMap(({ blocks }) => blocks)
}

export function allTables(model: DocumentModel): Table[] {
  return allBlocks(model).filter((block) => block.kind === 'table')
}

/** The rows of a table that carry records, without its group rows. */
export function recordRows(table: Table): Row[] {
  return table.rows.filter((row) => row.group !== true)
}

/** The lines of the document control table: label and value. */
export function controlRows({ labels, control }: DocumentModel): [string, string][] {
  const fields = ['documentId', 'version', 'status', 'date', 'author', 'approver', 'classification'] as const
  return fields.map((field) => [labels[field], control[field]])
}

/** Share of the table's width of each column, adding up to one. */
export function columnShares(table: Table): number[] {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0)
  return table.columns.map(({ width }) => width / total)
}
