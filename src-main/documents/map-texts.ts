import type { Block, Chart, DocumentControl, DocumentModel, Run, Section, Table } from '../report/model.ts'

/** Where a text stands in a document, in words for a person. */
export interface Place {
  /** Title of the section or table. */
  section: string
  /** What names the record in it: its first text. */
  record: string
  /** Column or label; empty where the text is all there is. */
  field: string
}

/** What a text is: one that flows, or one in a cell. */
export type TextKind = 'flowing' | 'cell'

export type MapText = (text: string, place: Place, kind: TextKind) => string

const nameLength = 60
const brief = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > nameLength ? `${line.slice(0, nameLength)}…` : line
}

/** A place as it is said in a list or a sentence. */
export const placeName = ({ section, record, field }: Place): string =>
  [...new Set([section, record, field].map(brief))].filter((part) => part !== '').join(', ')

/** A document with each of its texts as `map` gives it; the maps are asked once for each text. */
export function mapTexts(model: DocumentModel, map: MapText): DocumentModel {
  const { labels, control } = model
  const onCover = (field: string) => (text: string) => map(text, { section: labels.cover, record: '', field }, 'flowing')
  const controlled: DocumentControl = {
    documentId: onCover(labels.documentId)(control.documentId),
    version: onCover(labels.version)(control.version),
    status: onCover(labels.status)(control.status),
    date: onCover(labels.date)(control.date),
    author: onCover(labels.author)(control.author),
    approver: onCover(labels.approver)(control.approver),
    classification: onCover(labels.classification)(control.classification),
  }
  return {
    ...model,
    title: onCover('')(model.title),
    subtitle: onCover('')(model.subtitle),
    client: onCover('')(model.client),
    control: controlled,
    sections: model.sections.map((section) => mapSection(section, map)),
  }
}

function mapSection(section: Section, map: MapText): Section {
  const place = { section: section.title, record: '', field: '' }
  const children = section.sections?.map((child) => mapSection(child, map))
  return {
    ...section,
    title: map(section.title, place, 'flowing'),
    blocks: section.blocks.map((block) => mapBlock(block, place, map)),
    ...(children ? { sections: children } : {}),
  }
}

function mapBlock(block: Block, place: Place, map: MapText): Block {
  const flowing = (text: string) => map(text, place, 'flowing')
  const runs = (parts: Run[]) => parts.map((run) => ({ ...run, text: flowing(run.text) }))
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: runs(block.runs) }
    case 'list':
      return { ...block, items: block.items.map(runs) }
    case 'callout':
      return { ...block, title: flowing(block.title), runs: runs(block.runs) }
    case 'figures':
      return { ...block, items: block.items.map((item) => ({ ...item, value: flowing(item.value), label: flowing(item.label) })) }
    case 'details': {
      const of = (field: string) => (text: string) => map(text, { ...place, record: block.title, field }, 'flowing')
      return {
        ...block,
        title: of('')(block.title),
        ...(block.state === undefined ? {} : { state: of('')(block.state) }),
        items: block.items.map(({ label, text }) => ({ label: of('')(label), text: of(label)(text) })),
      }
    }
    case 'table':
      return mapTable(block, map)
    default:
      return mapPicture(block, (text) => map(text, { ...place, record: block.title }, 'flowing'))
  }
}

function mapTable(table: Table, map: MapText): Table {
  const place = { section: table.title, record: '', field: '' }
  const cell = (text: string, record: string, field: string) => map(text, { ...place, record, field }, 'cell')
  return {
    ...table,
    title: map(table.title, place, 'flowing'),
    empty: map(table.empty, place, 'flowing'),
    columns: table.columns.map((column) => ({ ...column, title: cell(column.title, '', '') })),
    rows: table.rows.map((row) => {
      if (row.group) return { ...row, title: cell(row.title, '', '') }
      const [first] = row.cells
      const cells = row.cells.map((one, index) => {
        const text = cell(one.text, first?.text ?? '', table.columns[index]?.title ?? '')
        return text === one.text ? one : { ...one, text }
      })
      return { ...row, cells }
    }),
  }
}

function mapPicture(picture: Chart | Extract<Block, { kind: 'heatmap' }>, map: (text: string) => string): Block {
  const named = { title: map(picture.title), description: map(picture.description) }
  const series = <Series extends { name: string }>(all: Series[]): Series[] => all.map((one) => ({ ...one, name: map(one.name) }))
  const labelled = <Item extends { label: string }>(all: Item[]): Item[] => all.map((one) => ({ ...one, label: map(one.label) }))
  switch (picture.kind) {
    case 'radar':
      return { ...picture, ...named, axes: picture.axes.map(map), series: series(picture.series) }
    case 'bars':
      return { ...picture, ...named, series: series(picture.series), bars: labelled(picture.bars) }
    case 'line':
      return { ...picture, ...named, name: map(picture.name), points: labelled(picture.points), levels: series(picture.levels) }
    case 'gantt':
      return { ...picture, ...named, rows: labelled(picture.rows).map((row) => ({ ...row, state: map(row.state) })) }
    case 'steps':
      return { ...picture, ...named, series: series(picture.series) }
    case 'heatmap':
      return {
        ...picture,
        ...named,
        columns: picture.columns.map(map),
        rows: labelled(picture.rows).map(({ label, cells }) => ({
          label,
          cells: cells.map(({ text, tone }) => ({ tone, text: map(text) })),
        })),
      }
  }
}
