import type { Block, DocumentModel, Run } from '../../report/model.ts'
import type { Place } from '../map-texts.ts'
import { allSections } from '../walk.ts'

interface PlacedText {
  text: string
  place: Place
}

/** The texts that every format prints, but for the cells of tables, with their places. */
export function placedTexts(model: DocumentModel): PlacedText[] {
  const { labels, control } = model
  const onCover = [
    { text: model.title, field: '' },
    { text: model.client, field: '' },
    { text: control.documentId, field: labels.documentId },
    { text: control.version, field: labels.version },
    { text: control.status, field: labels.status },
    { text: control.date, field: labels.date },
    { text: control.author, field: labels.author },
    { text: control.approver, field: labels.approver },
    { text: control.classification, field: labels.classification },
  ]
  return [
    ...onCover.map(({ text, field }) => ({ text, place: { section: labels.cover, record: '', field } })),
    ...allSections(model.sections).flatMap(({ title, blocks }) => {
      const place = { section: title, record: '', field: '' }
      return [{ text: title, place }, ...blocks.flatMap((block) => textsOf(block, place))]
    }),
  ]
}

const joined = (runs: Run[]) => runs.map(({ text }) => text).join('')

/** Pictures carry their texts as numbers or as an alternative text. */
function textsOf(block: Block, place: Place): PlacedText[] {
  const named = (record: string) => (text: string) => ({ text, place: { ...place, record } })
  switch (block.kind) {
    case 'paragraph':
      return [{ text: joined(block.runs), place }]
    case 'list':
      return block.items.map((item) => ({ text: joined(item), place }))
    case 'table': {
      const { title, rows, columns, empty } = block
      const texts =
        rows.length === 0 ? [empty] : [...columns.map((column) => column.title), ...rows.flatMap((row) => (row.group ? [row.title] : []))]
      return texts.map((text) => ({ text, place: { ...place, section: title } }))
    }
    case 'figures':
      return block.items.flatMap(({ value, label }) => [value, label].map(named(label)))
    case 'callout':
      return [block.title, joined(block.runs)].map(named(block.title))
    case 'details':
      return [
        named(block.title)(block.title),
        ...block.items.flatMap(({ label, text }) =>
          [label, text].map((one) => ({ text: one, place: { ...place, record: block.title, field: label } })),
        ),
      ]
    case 'heatmap':
      return [block.title, ...block.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ text }) => text)])].map(named(block.title))
    case 'radar':
    case 'bars':
    case 'line':
    case 'gantt':
    case 'steps':
      return [named(block.title)(block.title)]
  }
}
