import { readFileSync } from 'node:fs'
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  SimpleField,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { DocumentModel, Section } from '../../report/model.ts'
import { fontFiles } from '../fonts.ts'
import { printable } from '../plain-text.ts'
import { fontFamily, ink, page, sizes } from '../style.ts'
import { allSections, controlRows } from '../walk.ts'
import { bullets, docxBlock, halfPoints, paragraph, strongFont, textRuns, twips } from './docx-blocks.ts'
import { LongTables } from './docx-rows.ts'
import { roomOf } from './pdf-room.ts'

/** The mark of each section that the contents lead to. Word cuts the name of one after 40 characters: two could become the same. */
type Marks = ReadonlyMap<Section, string>
const marksOf = (model: DocumentModel): Marks =>
  new Map(allSections(model.sections).map((section, index) => [section, `_Toc${String(index + 1).padStart(6, '0')}`]))

/**
 * Writes a document for Word. Word alone knows on which page a section comes to stand: the contents hold fields, which are filled when the
 * document is opened.
 */
export async function writeDocx(model: DocumentModel): Promise<Uint8Array> {
  const files = fontFiles()
  const tables = new LongTables()
  const marks = marksOf(model)
  const text = { font: fontFamily, size: halfPoints(sizes.body), color: ink.text }
  const document = new Document({
    title: printable(`${model.title} - ${model.client}`),
    subject: printable(model.subtitle),
    creator: printable(model.control.author),
    fonts: [
      { name: fontFamily, data: readFileSync(files.normal) },
      { name: strongFont, data: readFileSync(files.bold) },
    ],
    styles: {
      default: { document: { run: text, paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } } } },
      paragraphStyles: [
        {
          id: 'Heading1',
          name: 'heading 1',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { font: strongFont, size: halfPoints(sizes.heading), color: ink.accent },
          paragraph: { keepNext: true, spacing: { before: twips(14), after: twips(9) }, outlineLevel: 0 },
        },
        {
          id: 'Heading2',
          name: 'heading 2',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { font: strongFont, size: halfPoints(sizes.subheading), color: ink.accent },
          paragraph: { keepNext: true, spacing: { before: twips(10), after: twips(6) }, outlineLevel: 1 },
        },
      ],
    },
    numbering: { config: [bullets] },
    features: { updateFields: true },
    sections: [coverSection(model), frontSection(model, marks), ...contentSections(model, tables, marks)],
  })
  return tables.fill(new Uint8Array(await Packer.toBuffer(document)))
}

const margins = {
  top: twips(page.top),
  bottom: twips(page.bottom),
  left: twips(page.margin),
  right: twips(page.margin),
  header: twips(28),
  footer: twips(24),
}
const properties = (landscape: boolean, extra: object = {}) => ({
  type: SectionType.NEXT_PAGE,
  page: {
    size: {
      width: twips(page.width),
      height: twips(page.height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: margins,
    ...extra,
  },
})

function coverSection({ title, subtitle, client, control, labels }: DocumentModel): ISectionOptions {
  const detail = (label: string, value: string) =>
    new Paragraph({
      tabStops: [{ type: TabStopType.LEFT, position: twips(95) }],
      spacing: { after: twips(4) },
      children: [...textRuns(label, { colour: ink.quiet }), new TextRun({ children: [new Tab()] }), ...textRuns(value)],
    })
  const edge = { borders: { pageBorderLeft: { style: BorderStyle.SINGLE, size: 96, color: ink.accent, space: 24 } } }
  return {
    properties: properties(false, edge),
    children: [
      paragraph(textRuns(client, { size: 13, colour: ink.quiet, strong: true }), { spacing: { before: twips(160), after: twips(8) } }),
      paragraph(textRuns(title, { size: sizes.title, colour: ink.accent, strong: true }), {
        spacing: { after: twips(14), line: 252, lineRule: LineRuleType.AUTO },
      }),
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 24, color: ink.accent, space: 1 } },
        indent: { right: twips(380) },
        spacing: { after: twips(14) },
        children: [],
      }),
      paragraph(textRuns(subtitle, { size: 12.5 }), { spacing: { after: twips(190) } }),
      detail(labels.version, control.version),
      detail(labels.status, control.status),
      detail(labels.date, control.date),
      detail(labels.classification, control.classification),
    ],
  }
}

function frontSection(model: DocumentModel, marks: Marks): ISectionOptions {
  const { labels } = model
  const rows = controlRows(model)
  const controlTable = rows.map(
    ([label, value]) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: twips(125) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: ink.line, space: 3 } },
        spacing: { before: twips(3), after: twips(3) },
        children: [...textRuns(label, { colour: ink.quiet }), new TextRun({ children: [new Tab()] }), ...textRuns(value)],
      }),
  )
  return {
    properties: properties(false),
    ...headerAndFooter(model, false),
    children: [
      frontHeading(labels.documentControl),
      ...controlTable,
      frontHeading(labels.contents),
      ...model.sections.flatMap((section) => [
        contentsLine(section, 0, marks),
        ...(section.sections ?? []).map((child) => contentsLine(child, 1, marks)),
      ]),
    ],
  }
}

const frontHeading = (text: string) =>
  paragraph(textRuns(text, { size: sizes.heading, colour: ink.accent, strong: true }), { spacing: { before: twips(14), after: twips(9) } })

function contentsLine(section: Section, level: number, marks: Marks): Paragraph {
  const mark = marks.get(section) ?? ''
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: twips(roomOf(false)), leader: 'dot' }],
    indent: { left: twips(level * 14) },
    spacing: { after: twips(4) },
    children: [
      new InternalHyperlink({ anchor: mark, children: textRuns(section.title) }),
      new TextRun({ children: [new Tab()] }),
      new SimpleField(`PAGEREF ${mark} \\h`),
    ],
  })
}

/** Sections that share an orientation flow on; a turn of the page begins a new section of Word. */
function contentSections(model: DocumentModel, tables: LongTables, marks: Marks): ISectionOptions[] {
  const groups: { landscape: boolean; members: Section[] }[] = []
  for (const section of model.sections) {
    const landscape = section.landscape ?? false
    const last = groups.at(-1)
    if (last && last.landscape === landscape) last.members.push(section)
    else groups.push({ landscape, members: [section] })
  }
  return groups.map(({ landscape, members }) => ({
    properties: properties(landscape),
    ...headerAndFooter(model, landscape),
    children: members.flatMap((section) => sectionChildren(section, 1, roomOf(landscape), tables, marks)),
  }))
}

function sectionChildren(section: Section, level: 1 | 2, room: number, tables: LongTables, marks: Marks): FileChild[] {
  const heading = new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new Bookmark({ id: marks.get(section) ?? '', children: [new TextRun({ text: printable(section.title) })] })],
  })
  return [
    heading,
    ...section.blocks.flatMap((block) => docxBlock(block, room, tables)),
    ...(section.sections ?? []).flatMap((child) => sectionChildren(child, 2, room, tables, marks)),
  ]
}

function headerAndFooter(model: DocumentModel, landscape: boolean) {
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(roomOf(landscape)) }]
  const quiet = { size: sizes.small, colour: ink.quiet }
  const border = { style: BorderStyle.SINGLE, size: 4, color: ink.line, space: 4 }
  const about = [model.control.documentId, `${model.labels.version} ${model.control.version}`, model.control.classification].join('   ·   ')
  const numbers = model.labels.page
    .split(/(\{page\}|\{pages\})/)
    .map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part))
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            tabStops,
            border: { bottom: border },
            children: [...textRuns(model.client, quiet), new TextRun({ children: [new Tab()] }), ...textRuns(model.title, quiet)],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.LEFT,
            tabStops,
            border: { top: border },
            children: [
              ...textRuns(about, quiet),
              new TextRun({ children: [new Tab()] }),
              new TextRun({ size: halfPoints(sizes.small), color: ink.quiet, children: numbers }),
            ],
          }),
        ],
      }),
    },
  }
}
