import { foldWords } from './fold-text.ts'
import { shareOfYesOrNo } from './yes-no.ts'

/** What the cells of a column are, as shares from 0 to 1 of those that are filled. */
export interface ColumnProfile {
  /** Filled cells among all of them. */
  filled: number
  /** Different ones among the filled. */
  distinct: number
  /** Cells that were read, empty ones too. */
  cells: number
  yesOrNo: number
  address: number
  number: number
  /** Whether the work was bought or made, and no more than that. */
  origin: number
  /** A longer text than a name. */
  prose: number
  /** The numbers of the rows, one more in each. */
  isRunning: boolean
  samples: string[]
}

/** Cells of a column that tell enough of it; they are taken from all over the list. */
const mostCells = 120
const mostSamples = 24
const longestName = 160

const address = /^(?:https?:\/\/|www\.|ftp:\/\/|file:\/\/)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/i
const number = /^[-+]?\d[\d\s.,']*%?$/

const origins = new Set(
  `vendor|vendors|supplier|third party|3rd party|external|externally|internal|internally|in house|inhouse|bought|purchased|buy|build|built|make
  made|commercial|cots|custom|contractor|contractors|both|mixed|hybrid|government|open source|self developed|own development|off the shelf|outsourced
  extern|intern|externe|interne|interno|externo|interna|externa|eigenentwicklung|zugekauft|gekauft|standardsoftware|kauf|leverancier|fournisseur|proveedor
  developed in house|vendor internal|internal vendor|vendor provided|developed internally|third party vendor|external vendor|internal development`
    .split(/[|\n]/)
    .map((words) => foldWords(words).join(' ')),
)

const longestOrigin = 60

const isOrigin = (cell: string) => {
  if (cell.length > longestOrigin) return false
  const words = foldWords(cell)
  return origins.has(words.join(' ')) || /^(?:developed|purchased|built|procured)$/.test(words[0] ?? '')
}

/** What a column of these records holds. */
export function profileColumn(records: readonly string[][], column: number): ColumnProfile {
  const step = Math.max(1, Math.floor(records.length / mostCells))
  const cells = records.flatMap((record, index) => (index % step === 0 ? [(record[column] ?? '').trim()] : []))
  const filled = cells.filter((cell) => cell !== '')
  const share = (holds: (cell: string) => boolean) => (filled.length === 0 ? 0 : filled.filter(holds).length / filled.length)
  const distinct = new Set(filled)
  return {
    filled: cells.length === 0 ? 0 : filled.length / cells.length,
    distinct: filled.length === 0 ? 0 : distinct.size / filled.length,
    cells: cells.length,
    yesOrNo: shareOfYesOrNo(filled),
    address: share((cell) => address.test(cell)),
    number: share((cell) => number.test(cell)),
    origin: share(isOrigin),
    prose: share((cell) => cell.length > longestName),
    isRunning: isRunning(records, column),
    samples: [...distinct].slice(0, mostSamples),
  }
}

/** Whole numbers, each one more than the one above it, from the first row to the last. */
function isRunning(records: readonly string[][], column: number): boolean {
  let next: number | null = null
  for (const record of records) {
    const cell = (record[column] ?? '').trim().replace(/[.)]$/, '')
    if (cell === '') continue
    if (!/^\d{1,6}$/.test(cell) || (next === null ? Number(cell) > 1 : Number(cell) !== next)) return false
    next = Number(cell) + 1
  }
  return next !== null
}
