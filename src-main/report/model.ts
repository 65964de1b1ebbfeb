/**
 * The document model: what a report says, free of any file format. A report builds it once; a writer turns it into DOCX, PDF,
 * XLSX or HTML. It is plain data (structured clone), so that writing can run in a worker.
 */

/** The colour of a state; each writer also prints the word, so that colour is never the only carrier. */
export type Tone = 'neutral' | 'good' | 'fair' | 'poor' | 'info'

export interface Run {
  text: string
  strong?: boolean
  emphasis?: boolean
}

/** A cell: plain text, or text with a tone (printed as a tinted cell) and an optional number for spreadsheets. */
export interface Cell {
  text: string
  tone?: Tone
  strong?: boolean
  /** Set where the cell is a number or a date (ISO 8601), so that the spreadsheet keeps it as one. */
  number?: number
  date?: string
  /** Where lines of the text lead, in formats that are read on a screen; a line is linked where it is the same as `line`. */
  links?: { line: string; to: string }[]
}

export interface Column {
  id: string
  title: string
  /** Share of the table's width; the writers scale the shares to the page. */
  width: number
  align?: 'left' | 'right' | 'center'
}

export interface Row {
  /** Identifier of the record (control, requirement, finding): what the check after the export counts. */
  id: string
  cells: Cell[]
  /** A full-width row that names the group of the rows after it. */
  group?: false
}

export interface GroupRow {
  group: true
  id: string
  title: string
}

export interface Table {
  kind: 'table'
  id: string
  title: string
  columns: Column[]
  rows: (Row | GroupRow)[]
  /** Said in place of the rows when there are none. */
  empty: string
}

export interface RadarChart {
  kind: 'radar'
  id: string
  title: string
  /** What the picture shows, in words: alternative text, and the caption. */
  description: string
  axes: string[]
  /** The value at the outer ring, and at each ring. */
  maximum: number
  series: { name: string; values: (number | null)[] }[]
}

export interface HeatMap {
  kind: 'heatmap'
  id: string
  title: string
  description: string
  columns: string[]
  rows: { label: string; cells: { text: string; tone: Tone }[] }[]
}

export interface BarChart {
  kind: 'bars'
  id: string
  title: string
  description: string
  /** Stacked bars; the values of one bar are counts. */
  series: { name: string; tone: Tone }[]
  bars: { label: string; values: number[] }[]
}

/** Values over time with level lines such as a target; each line has a dash and a word of its own. */
export interface LineChart {
  kind: 'line'
  id: string
  title: string
  description: string
  /** Name of the values, for the legend and the spreadsheet. */
  name: string
  points: { label: string; value: number }[]
  levels: { name: string; value: number; tone: Tone }[]
}

/** As many rows of a Gantt chart as stand on one landscape page. */
export const mostGanttRows = 21

/** Bars over time; days are ISO 8601. */
export interface GanttChart {
  kind: 'gantt'
  id: string
  title: string
  description: string
  /** Words of the legend. */
  legend: { planned: string; baseline: string; milestone: string; today: string }
  today: string
  /** First and last day of the picture, so that several pictures of one plan stand on the same months. */
  span: { from: string; to: string }
  rows: {
    label: string
    /** The row names a group. */
    isGroup: boolean
    isMilestone: boolean
    from: string
    to: string
    baseline: { from: string; to: string } | null
    tone: Tone
    /** Word for the tone, printed beside the bar. */
    state: string
    /** Per cent. */
    progress: number
  }[]
}

/** Counts over time, as steps; days are ISO 8601. */
export interface StepChart {
  kind: 'steps'
  id: string
  title: string
  description: string
  today: { day: string; label: string }
  series: { name: string; style: 'line' | 'dashed' | 'points'; points: { day: string; value: number }[] }[]
}

export interface Paragraph {
  kind: 'paragraph'
  runs: Run[]
}

export interface List {
  kind: 'list'
  items: Run[][]
}

/** A row of large figures with a label each, for an executive summary. */
export interface Figures {
  kind: 'figures'
  items: { value: string; label: string; tone?: Tone }[]
}

/** A short text set apart: a conclusion or a warning. */
export interface Callout {
  kind: 'callout'
  tone: Tone
  title: string
  runs: Run[]
}

/** Label and text pairs: the details of one finding or one control. */
export interface Details {
  kind: 'details'
  id: string
  title: string
  tone?: Tone
  /** Word for the tone, printed as a tag beside the title. */
  state?: string
  items: { label: string; text: string }[]
}

/** What is drawn as a picture. */
export type Chart = RadarChart | BarChart | LineChart | GanttChart | StepChart

export type Block =
  | Paragraph
  | List
  | Table
  | RadarChart
  | HeatMap
  | BarChart
  | LineChart
  | GanttChart
  | StepChart
  | Figures
  | Callout
  | Details

export interface Section {
  id: string
  title: string
  /** A wide table reads better on a landscape page. */
  landscape?: boolean
  blocks: Block[]
  sections?: Section[]
}

/** The document control table: an auditor asks for these first (ISO/IEC 42001, 7.5.2 and 7.5.3). */
export interface DocumentControl {
  documentId: string
  version: string
  status: string
  date: string
  author: string
  approver: string
  classification: string
}

export interface DocumentModel {
  report: string
  title: string
  subtitle: string
  client: string
  /** Words the writers need, already in the document's language. */
  labels: {
    contents: string
    documentControl: string
    documentId: string
    version: string
    status: string
    date: string
    author: string
    approver: string
    classification: string
    /** "Page {page} of {pages}" */
    page: string
    /** Sheets of the spreadsheet: the cover with the control table, and what is no table. */
    cover: string
    summary: string
  }
  language: string
  control: DocumentControl
  sections: Section[]
}

export type DocumentFormat = 'docx' | 'pdf' | 'xlsx' | 'html'

/** Documents of one engagement as chapters of one page, with an index in front and the files of evidence behind. */
export interface DocumentBook {
  title: string
  client: string
  language: string
  index: DocumentModel
  chapters: { number: string; title: string; model: DocumentModel }[]
  /** Rows of tables of the index that the navigation leads to. */
  items: { table: string; id: string; title: string }[]
  files: { id: string; name: string; sha256: string; size: number; about: string }[]
  /** Words of the page, already in its language; {number} and {name} are put in where they stand. */
  labels: Record<
    | 'find'
    | 'findHint'
    | 'found'
    | 'nothingFound'
    | 'navigation'
    | 'documents'
    | 'clauses'
    | 'index'
    | 'evidence'
    | 'file'
    | 'usedBy'
    | 'size'
    | 'sha256'
    | 'save'
    | 'apart'
    | 'noFiles'
    | 'skip',
    string
  >
}
