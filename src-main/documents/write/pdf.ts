import pdfmake from 'pdfmake'
import type { Content, ContextPageSize, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { DocumentModel, Run, Section } from '../../report/model.ts'
import { chartParts, isChart } from '../charts/index.ts'
import { onOneLine } from '../font-widths.ts'
import { fontFiles } from '../fonts.ts'
import { printedDocument } from '../printed.ts'
import { fontFamily, ink, page, sizes } from '../style.ts'
import { controlRows } from '../walk.ts'
import { pdfBlock } from './pdf-blocks.ts'
import { linesOf, withinWidth } from './pdf-fit.ts'
import { leading, roomOf } from './pdf-room.ts'

const hex = (colour: string) => `#${colour}`

/** A heading with less room below it starts the next page: the head of a table and its first row go along with it. */
const roomOfHeading = 150
/** Sections of mere text up to this many lines stand on one page, under a heading of up to so many. */
const unbrokenLines = 28
const mostLinesOfHeading = 3
/** Points that a list or a callout takes at its sides. */
const textIndent = 28

/** Writes a document as PDF: cover, control table, contents with page numbers, sections. Reads no file but the shipped fonts. */
export async function writePdf(whole: DocumentModel): Promise<Uint8Array> {
  const { model } = printedDocument(whole, 'pdf')
  const files = fontFiles()
  pdfmake.setFonts({ [fontFamily]: { normal: files.normal, bold: files.bold, italics: files.italics, bolditalics: files.bold } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => Object.values(files).includes(path))
  const sections = model.sections.map((section, index) =>
    pdfSection(section, 1, section.landscape ?? false, model.sections[index - 1], model.sections[index + 1]),
  )
  return pdfmake.createPdf(definition(model, sections)).getBuffer()
}

function definition(model: DocumentModel, sections: Content[]): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [page.margin, page.top, page.margin, page.bottom],
    info: { title: `${model.title} - ${model.client}`, subject: model.subtitle, author: model.control.author },
    language: model.language,
    background: (current, size) => (current === 1 ? coverArt(size) : null),
    header: (current, _count, size) => (current === 1 ? null : header(model, size)),
    footer: (current, count, size) => (current === 1 ? null : footer(model, current, count, size)),
    content: [...cover(model), ...frontMatter(model), ...sections],
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel !== undefined && roomBelow(startPosition) < roomOfHeading,
    defaultStyle: { font: fontFamily, fontSize: sizes.body, color: hex(ink.text), lineHeight: leading },
    styles: {
      heading: { fontSize: sizes.heading, bold: true, color: hex(ink.accent), margin: [0, 10, 0, 9] },
      subheading: { fontSize: sizes.subheading, bold: true, color: hex(ink.accent), margin: [0, 8, 0, 6] },
      caption: { fontSize: sizes.small, color: hex(ink.quiet), margin: [0, 4, 0, 14] },
      tableHeader: { bold: true, color: hex(ink.quiet) },
      groupRow: { bold: true, color: hex(ink.accent), fillColor: hex(ink.band) },
      small: { fontSize: sizes.small, color: hex(ink.quiet) },
    },
  }
}

/** The cover is quiet: a band of the accent colour at the left edge, a line of it, and type. */
function coverArt(size: ContextPageSize): Content {
  return {
    canvas: [{ type: 'rect', x: 0, y: 0, w: 18, h: size.height, color: hex(ink.accent) }],
  }
}

/** Room for what stands on the cover beside its band, and for the labels of its details. */
const coverRoom = { left: 24, right: 60, label: 90 }

function cover({ title, subtitle, client, control, labels }: DocumentModel): Content[] {
  const room = roomOf(false) - coverRoom.left - coverRoom.right
  const line = (
    text: string,
    size: number,
    above: number,
    look: { bold?: boolean; color?: string; lineHeight?: number } = {},
  ): Content => ({
    text: withinWidth(text, room, { size, strong: look.bold ?? false }),
    fontSize: size,
    margin: [coverRoom.left, above, coverRoom.right, 0],
    ...look,
  })
  const detail = (label: string, value: string): Content => ({
    columns: [
      { text: label, width: coverRoom.label, color: hex(ink.quiet) },
      { text: withinWidth(value, room - coverRoom.label, { size: sizes.body }), width: room - coverRoom.label },
    ],
    margin: [coverRoom.left, 0, 0, 4],
  })
  return [
    line(client, 13, 150, { bold: true, color: hex(ink.quiet), lineHeight: 1.2 }),
    line(title, sizes.title, 10, { bold: true, color: hex(ink.accent), lineHeight: 1.05 }),
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: 96, y2: 0, lineWidth: 3, lineColor: hex(ink.accent) }],
      margin: [coverRoom.left, 30, 0, 0],
    },
    line(subtitle, 12.5, 24),
    { text: '', margin: [0, 200, 0, 0] },
    detail(labels.version, control.version),
    detail(labels.status, control.status),
    detail(labels.date, control.date),
    detail(labels.classification, control.classification),
  ]
}

/** Points of the labels of the control table. */
const controlLabel = 120

function frontMatter(model: DocumentModel): Content[] {
  const { labels } = model
  // Paddings of a table are four points at each side, unless said otherwise.
  const room = roomOf(false) - controlLabel - 16
  return [
    { text: labels.documentControl, style: 'heading', pageBreak: 'before', margin: [0, 0, 0, 9] },
    {
      table: {
        widths: [controlLabel, room],
        body: controlRows(model).map(([label, value]) => [
          { text: withinWidth(label, controlLabel, { size: sizes.body }), color: hex(ink.quiet) },
          { text: withinWidth(value, room, { size: sizes.body }) },
        ]),
      },
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => hex(ink.line), paddingTop: () => 4, paddingBottom: () => 4 },
      margin: [0, 0, 0, 26],
    },
    { toc: { title: { text: labels.contents, style: 'heading' } } },
  ]
}

/** A section on pages that lie as its outermost section says. */
function pdfSection(section: Section, level: 1 | 2, landscape: boolean, before?: Section, after?: Section): Content {
  const room = roomOf(landscape)
  const turned = level === 1 && landscape !== (before?.landscape ?? false)
  const starts = level === 1 && (before === undefined || turned)
  const kept = starts ? 0 : keptWithHeading(section, room)
  const heading: Content = {
    id: section.id,
    text: withinWidth(section.title, room, headingLook(level)),
    style: level === 1 ? 'heading' : 'subheading',
    // What is kept whole goes to the next page by itself: a break inside of it would lose what follows.
    ...(kept > 0 ? {} : { headlineLevel: level }),
    tocItem: true,
    tocMargin: [level === 1 ? 0 : 14, 3, 0, 0],
    ...(starts ? { pageBreak: 'before', pageOrientation: landscape ? 'landscape' : 'portrait' } : {}),
  }
  const blocks = section.blocks.map((block, index) => pdfBlock(block, room, index < kept))
  const endsPage = level === 1 && after !== undefined && landscape !== (after.landscape ?? false)
  if (endsPage && !section.sections?.length) blocks.push(...blocks.splice(-1).map(withoutRoomBelow))
  const [head, rest] = [[heading, ...blocks.slice(0, kept)], blocks.slice(kept)]
  return [
    ...(kept > 0 ? [{ stack: head, unbreakable: true }] : head),
    ...rest,
    ...(section.sections ?? []).map((child) => pdfSection(child, 2, landscape)),
  ]
}

/** Room that does not fit below the last block would make a page of its own, empty before the one that is turned. */
function withoutRoomBelow(content: Content): Content {
  if (typeof content !== 'object' || !('margin' in content) || !Array.isArray(content.margin) || content.margin.length !== 4) return content
  const [left, above, right] = content.margin
  return { ...content, margin: [left, above, right, 0] }
}

const headingLook = (level: 1 | 2) => ({ size: level === 1 ? sizes.heading : sizes.subheading, strong: true })

/** How many of the first blocks go to the next page together with their heading, where they do not fit below it. */
function keptWithHeading({ title, blocks }: Section, room: number): number {
  if (linesOf(title, room, headingLook(1)).length > mostLinesOfHeading) return 0
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'callout' ? [block.runs] : block.kind === 'list' ? block.items : [],
  )
  const isText = blocks.every(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'callout')
  const look = { size: sizes.body, strong: true }
  const count = (runs: Run[]) => 1 + linesOf(runs.map(({ text }) => text).join(''), room - textIndent, look).length
  const isShort = (lines: number) => lines <= unbrokenLines
  if (isText && isShort(texts.reduce((sum, runs) => (isShort(sum) ? sum + count(runs) : sum), 0))) return blocks.length
  const [first] = blocks
  return isChart(first) && chartParts(first).length === 1 && linesOf(first.title + first.description, room, look).length <= 4 ? 1 : 0
}

const roomBelow = ({ pageInnerHeight, verticalRatio }: { pageInnerHeight: number; verticalRatio: number }) =>
  pageInnerHeight * (1 - verticalRatio)

const rule = (size: ContextPageSize, y: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: size.width - 2 * page.margin, y2: y, lineWidth: 0.5, lineColor: hex(ink.line) }],
})

/** The cover and the control table have these texts whole; a line above the page has room for one line of them. */
function header(model: DocumentModel, size: ContextPageSize): Content {
  const half = (size.width - 2 * page.margin) / 2
  return {
    margin: [page.margin, 28, page.margin, 0],
    stack: [
      {
        columns: [
          { text: onOneLine(model.client, half, { size: sizes.small }), style: 'small', width: half },
          { text: onOneLine(model.title, half, { size: sizes.small }), style: 'small', alignment: 'right', width: half },
        ],
      },
      rule(size, 4),
    ],
  }
}

/** Points of the number of the page. */
const numberRoom = 90

function footer(model: DocumentModel, current: number, count: number, size: ContextPageSize): Content {
  const numbers = model.labels.page.replace('{page}', String(current)).replace('{pages}', String(count))
  const room = size.width - 2 * page.margin - numberRoom
  const about = [model.control.documentId, `${model.labels.version} ${model.control.version}`, model.control.classification].join('   ·   ')
  return {
    margin: [page.margin, 14, page.margin, 0],
    stack: [
      rule(size, 0),
      {
        columns: [
          { text: onOneLine(about, room, { size: sizes.small }), style: 'small', width: room },
          { text: numbers, style: 'small', alignment: 'right', width: numberRoom },
        ],
        margin: [0, 5, 0, 0],
      },
    ],
  }
}
