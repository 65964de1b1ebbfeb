import type { Column, DocumentModel, Section, Table } from '../../report/model.ts'
import { placeName } from '../map-texts.ts'
import { sizes } from '../style.ts'
import { linesOf } from './pdf-fit.ts'
import { roomOf, widthsOf } from './pdf-room.ts'

/** The head of a table stands on each of its pages and has to leave room for the rows. */
const mostLines = 8
const look = { size: sizes.table, strong: true }

/** A document with heads of tables that fit on a page: a title that takes more lines ends in a mark, and is named in `cut`. */
export function withReadableHeads(model: DocumentModel): { model: DocumentModel; cut: { where: string; characters: number }[] } {
  const cut: { where: string; characters: number }[] = []
  const head = (table: Table, landscape: boolean): Table => {
    const widths = widthsOf(table, roomOf(landscape))
    const shorten = (column: Column, index: number): Column => {
      const lines = linesOf(column.title, widths[index] ?? 0, look)
      if (lines.length <= mostLines) return column
      const kept = lines.slice(0, mostLines).join(' ').slice(0, -1).trimEnd()
      cut.push({
        where: placeName({ section: table.title, record: '', field: column.title }),
        characters: column.title.length - kept.length,
      })
      return { ...column, title: `${kept}…` }
    }
    return { ...table, columns: table.columns.map(shorten) }
  }
  const inSection = (section: Section, landscape: boolean): Section => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === 'table' ? head(block, landscape) : block)),
    ...(section.sections ? { sections: section.sections.map((child) => inSection(child, landscape)) } : {}),
  })
  return { model: { ...model, sections: model.sections.map((section) => inSection(section, section.landscape ?? false)) }, cut }
}
