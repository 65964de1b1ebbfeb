import pdfmake from 'pdfmake'
import type { Content, ContextPageSize, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { DocumentModel, Run, Section } from '../../report/model.ts'
import { isChart } from '../charts/index.ts'
import { fontFiles } from '../fonts.ts'
import { fontFamily, ink, page, sizes } from '../style.ts'
import { allSections, controlRows } from '../walk.ts'
import { pdfBlock } from './pdf-blocks.ts'
import { pdfText } from './pdf-text.ts'

const hex = (colour: string) => `#${colour}`
const roomOf = (landscape: boolean) => (landscape ? page.height : page.width) - 2 * page.margin

/** A heading with less room below it starts the next page: the head of a table and its first row go along with it. */
const roomOfHeading = 150
/** Sections of mere text up to this many lines stand on one page; a line takes about this many characters. */
const unbroken = { lines: 30, charactersOfLine: 95 }

/** The page of each section, by its id: the DOCX writer fills its contents with them. */
export type SectionPages = ReadonlyMap<string, number>

/** Writes a document as PDF: cover, control table, contents with page numbers, sections. Reads no file but the shipped fonts. */
export async function writePdf(model: DocumentModel): Promise<{ bytes: Uint8Array; pages: SectionPages }> {
  const files = fontFiles()
  pdfmake.setFonts({ [fontFamily]: { normal: files.normal, bold: files.bold, italics: files.italics, bolditalics: files.bold } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => Object.values(files).includes(path))
  const sections = model.sections.map((section, index) => pdfSection(section, 1, model.sections[index - 1], model.sections[index + 1]))
  const bytes = await pdfmake.createPdf(definition(model, sections)).getBuffer()
  return { bytes, pages: pagesOf(model, sections) }
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
    defaultStyle: { font: fontFamily, fontSize: sizes.body, color: hex(ink.text), lineHeight: 1.25 },
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

/** The cover is quiet: a band of the accent colour at the left edge, and type. */
function coverArt(size: ContextPageSize): Content {
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: 18, h: size.height, color: hex(ink.accent) },
      { type: 'line', x1: 72, y1: 330, x2: 168, y2: 330, lineWidth: 3, lineColor: hex(ink.accent) },
    ],
  }
}

function cover({ title, subtitle, client, control, labels }: DocumentModel): Content[] {
  const left = 24
  const detail = (label: string, value: string) => ({
    columns: [
      { text: pdfText(label), width: 90, color: hex(ink.quiet) },
      { text: pdfText(value), width: '*' },
    ],
    margin: [left, 0, 0, 4] as [number, number, number, number],
  })
  return [
    { text: pdfText(client), fontSize: 13, bold: true, color: hex(ink.quiet), margin: [left, 150, 60, 0], lineHeight: 1.2 },
    { text: pdfText(title), fontSize: sizes.title, bold: true, color: hex(ink.accent), margin: [left, 10, 40, 0], lineHeight: 1.05 },
    { text: pdfText(subtitle), fontSize: 12.5, margin: [left, 56, 60, 0] },
    { text: '', margin: [0, 200, 0, 0] },
    detail(labels.version, control.version),
    detail(labels.status, control.status),
    detail(labels.date, control.date),
    detail(labels.classification, control.classification),
  ]
}

function frontMatter(model: DocumentModel): Content[] {
  const { labels } = model
  const rows = controlRows(model)
  return [
    { text: pdfText(labels.documentControl), style: 'heading', pageBreak: 'before', margin: [0, 0, 0, 9] },
    {
      table: {
        widths: [120, '*'],
        body: rows.map(([label, value]) => [{ text: pdfText(label), color: hex(ink.quiet) }, { text: pdfText(value) }]),
      },
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => hex(ink.line), paddingTop: () => 4, paddingBottom: () => 4 },
      margin: [0, 0, 0, 26],
    },
    { toc: { title: { text: pdfText(labels.contents), style: 'heading' } } },
  ]
}

function pdfSection(section: Section, level: 1 | 2, before?: Section, after?: Section): Content {
  const landscape = section.landscape ?? false
  const turned = level === 1 && landscape !== (before?.landscape ?? false)
  const starts = level === 1 && (before === undefined || turned)
  const kept = starts ? 0 : keptWithHeading(section)
  const heading: Content = {
    id: section.id,
    text: pdfText(section.title),
    style: level === 1 ? 'heading' : 'subheading',
    // What is kept whole goes to the next page by itself: a break inside of it would lose what follows.
    ...(kept > 0 ? {} : { headlineLevel: level }),
    tocItem: true,
    tocMargin: [level === 1 ? 0 : 14, 3, 0, 0],
    ...(starts ? { pageBreak: 'before', pageOrientation: landscape ? 'landscape' : 'portrait' } : {}),
  }
  const blocks = section.blocks.map((block, index) => pdfBlock(block, roomOf(landscape), index < kept))
  const endsPage = level === 1 && after !== undefined && landscape !== (after.landscape ?? false)
  if (endsPage && !section.sections?.length) blocks.push(...blocks.splice(-1).map(withoutRoomBelow))
  const [head, rest] = [[heading, ...blocks.slice(0, kept)], blocks.slice(kept)]
  return [
    ...(kept > 0 ? [{ stack: head, unbreakable: true }] : head),
    ...rest,
    ...(section.sections ?? []).map((child) => pdfSection(child, 2)),
  ]
}

/** Room that does not fit below the last block would make a page of its own, empty before the one that is turned. */
function withoutRoomBelow(content: Content): Content {
  if (typeof content !== 'object' || !('margin' in content) || !Array.isArray(content.margin) || content.margin.length !== 4) return content
  const [left, above, right] = content.margin
  return { ...content, margin: [left, above, right, 0] }
}

/** How many of the first blocks go to the next page together with their heading, where they do not fit below it. */
function keptWithHeading({ blocks }: Section): number {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'callout' ? [block.runs] : block.kind === 'list' ? block.items : [],
  )
  const isText = blocks.every(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'callout')
  const linesOf = (runs: Run[]) =>
    1 + Math.ceil(runs.reduce((sum, { text }) => sum + text.length / unbroken.charactersOfLine + text.split('\n').length - 1, 0))
  if (isText && texts.reduce((sum, runs) => sum + linesOf(runs), 0) <= unbroken.lines) return blocks.length
  return isChart(blocks[0]) ? 1 : 0
}

const roomBelow = ({ pageInnerHeight, verticalRatio }: { pageInnerHeight: number; verticalRatio: number }) =>
  pageInnerHeight * (1 - verticalRatio)

const rule = (size: ContextPageSize, y: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: size.width - 2 * page.margin, y2: y, lineWidth: 0.5, lineColor: hex(ink.line) }],
})

function header(model: DocumentModel, size: ContextPageSize): Content {
  return {
    margin: [page.margin, 28, page.margin, 0],
    stack: [
      {
        columns: [
          { text: pdfText(model.client), style: 'small' },
          { text: pdfText(model.title), style: 'small', alignment: 'right' },
        ],
      },
      rule(size, 4),
    ],
  }
}

function footer(model: DocumentModel, current: number, count: number, size: ContextPageSize): Content {
  const numbers = model.labels.page.replace('{page}', String(current)).replace('{pages}', String(count))
  const about = [model.control.documentId, `${model.labels.version} ${model.control.version}`, model.control.classification].join('   ·   ')
  return {
    margin: [page.margin, 14, page.margin, 0],
    stack: [
      rule(size, 0),
      {
        columns: [
          { text: pdfText(about), style: 'small', width: '*' },
          { text: numbers, style: 'small', alignment: 'right', width: 90 },
        ],
        margin: [0, 5, 0, 0],
      },
    ],
  }
}

/** The layout leaves in each heading where it came to stand. */
function pagesOf(model: DocumentModel, contents: Content[]): SectionPages {
  const ids = new Set(allSections(model.sections).map(({ id }) => id))
  const pages = new Map<string, number>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child)
    if (typeof node !== 'object' || node === null) return
    if ('id' in node && typeof node.id === 'string' && ids.has(node.id) && 'positions' in node && Array.isArray(node.positions)) {
      const first: unknown = node.positions[0]
      if (typeof first === 'object' && first !== null && 'pageNumber' in first) pages.set(node.id, Number(first.pageNumber))
    }
    if ('stack' in node) visit(node.stack)
  }
  visit(contents)
  return pages
}
