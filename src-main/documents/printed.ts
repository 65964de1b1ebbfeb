import type { ExportLimits } from '../contract/documents.ts'
import { text } from '../language/text.ts'
import type { DocumentFormat, DocumentModel } from '../report/model.ts'
import { longestCell } from '../spreadsheet/workbook-text.ts'
import { mapTexts, type Place, placeName } from './map-texts.ts'
import { printable } from './plain-text.ts'
import { allTables, recordRows } from './walk.ts'
import { withReadableHeads } from './write/pdf-heads.ts'
import { pdfText } from './write/pdf-text.ts'
import { sheetHolds, sheetWidths } from './write/xlsx-layout.ts'

/** A document as one format prints it, and what that format cannot print as it was written. */
export interface PrintedDocument {
  model: DocumentModel
  limits: ExportLimits
}

const nothing = (): ExportLimits => ({ unprinted: [], cut: [], hidden: [] })

/**
 * Makes a document ready for a format: the writer writes what comes out of it, and the check looks for the same. So nothing is dropped or
 * replaced on the way that is not named in the limits.
 */
export function printedDocument(model: DocumentModel, format: DocumentFormat): PrintedDocument {
  switch (format) {
    case 'pdf':
      return asPdf(model)
    case 'xlsx':
      return asWorkbook(model)
    case 'docx':
    case 'html':
      return { model, limits: nothing() }
  }
}

function asPdf(model: DocumentModel): PrintedDocument {
  const lost = new Map<string, { count: number; where: Place }>()
  const printed = mapTexts(model, (words, where) =>
    pdfText(words, (character) => {
      const known = lost.get(character)
      if (known) known.count += 1
      else lost.set(character, { count: 1, where })
    }),
  )
  const unprinted = [...lost].map(([character, { count, where }]) => ({
    character,
    code: codeOf(character),
    count,
    where: placeName(where),
  }))
  const { model: readable, cut } = withReadableHeads(printed)
  return { model: readable, limits: { ...nothing(), unprinted, cut } }
}

/** As Unicode names a character. */
const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Room for the sentence that says how much is left out. */
const roomForNote = 100

function asWorkbook(model: DocumentModel): PrintedDocument {
  const cut: ExportLimits['cut'] = []
  const printed = mapTexts(model, (words, where, kind) => {
    const whole = kind === 'cell' ? printable(words) : words
    if (kind !== 'cell' || whole.length <= longestCell) return words
    const start = wholeCharacters(whole, longestCell - roomForNote)
    cut.push({ where: placeName(where), characters: whole.length - start.length })
    return `${start}… ${text('documents:limits.cutHere', { count: whole.length - start.length })}`
  })
  const hidden = allTables(printed).flatMap((table) => {
    const widths = sheetWidths(table)
    return recordRows(table).flatMap(({ cells }) =>
      cells.flatMap((cell, index) =>
        sheetHolds(cell.text, widths[index] ?? 0)
          ? []
          : [{ where: placeName({ section: table.title, record: cells[0]?.text ?? '', field: table.columns[index]?.title ?? '' }) }],
      ),
    )
  })
  return { model: printed, limits: { ...nothing(), cut, hidden } }
}

/** The beginning of a text, without half a character at its end. */
const wholeCharacters = (words: string, length: number) => words.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')

export const isLimited = ({ unprinted, cut, hidden }: ExportLimits): boolean => unprinted.length + cut.length + hidden.length > 0
