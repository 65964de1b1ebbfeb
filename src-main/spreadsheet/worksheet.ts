import { cellText } from './cell-text.ts'
import { Grid } from './grid.ts'
import { readXml } from './markup.ts'
import type { CellRange, Sheet } from './sheet.ts'
import type { NumberText } from './workbook-styles.ts'
import { spelledOut } from './workbook-text.ts'

/** What the cells of a sheet refer to. */
export interface WorkbookContext {
  strings: string[]
  styles: NumberText[]
  /** Addresses that the sheet names, by the id of their relationship. */
  addresses: Map<string, string>
}

const columnOf = (letters: string) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

function placeOf(reference: string | undefined): { row: number; column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '') ?? []
  return letters === undefined ? null : { row: Number(row) - 1, column: columnOf(letters) }
}

function rangeOf(reference = ''): CellRange | null {
  const [from, to = from] = reference.split(':').map(placeOf)
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'

/** Goes through the XML of one sheet. Cells and rows may leave out where they are: then they follow each other (ECMA-376 part 1, 18.3.1.4). */
class WorksheetReader {
  readonly grid = new Grid()
  /** Cells whose formula failed. */
  errors = 0
  readonly #context: WorkbookContext
  #row = -1
  #column = -1
  #type = 'n'
  #style = ''
  #value: string | null = null
  #inline = ''
  #formula = ''
  #into: 'v' | 't' | 'f' | null = null
  #isPhonetic = false

  constructor(context: WorkbookContext) {
    this.#context = context
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.#beginCell(attributes)
    else if (name === 'v' || name === 't' || name === 'f') {
      this.#into = name
      if (name === 'v') this.#value ??= ''
    } else if (name === 'row') this.#beginRow(attributes)
    else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 'mergeCell') this.#merge(attributes)
    else if (name === 'hyperlink') this.#link(attributes)
  }

  text(content: string): void {
    if (this.#into === 'v') this.#value = (this.#value ?? '') + content
    else if (this.#into === 'f') this.#formula += content
    else if (this.#into === 't' && !this.#isPhonetic) this.#inline += content
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.#into = null
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'c') this.#endCell()
  }

  #beginRow({ r, hidden }: Record<string, string>): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r) - 1
    this.#column = -1
    if (isTrue(hidden)) this.grid.hideRow(this.#row)
  }

  #beginCell({ r, t = 'n', s = '' }: Record<string, string>): void {
    const place = placeOf(r)
    this.#column = place?.column ?? this.#column + 1
    this.#type = t
    this.#style = s
    this.#value = null
    this.#inline = ''
    this.#formula = ''
  }

  #endCell(): void {
    const [, address] = /^\s*HYPERLINK\(\s*"([^"]+)"/i.exec(this.#formula) ?? []
    if (address !== undefined) this.grid.link(this.#row, this.#column, address)
    this.grid.put(this.#row, this.#column, this.#cellText())
  }

  #cellText(): string {
    const value = this.#value
    // A formula that was never reckoned, as programs write it that are no spreadsheet, is kept as its text; one of text that came to nothing is empty.
    if (this.#formula !== '' && (value === null || (value === '' && this.#type !== 'str'))) return `=${this.#formula}`
    switch (this.#type) {
      case 'inlineStr':
        return spelledOut(this.#inline)
      case 's':
        return this.#context.strings[Number(value ?? '-1')] ?? ''
      case 'str':
        return spelledOut(value ?? '')
      case 'b':
        return value === null || value === '' ? '' : cellText(isTrue(value))
      case 'e':
        this.errors += 1
        return ''
      case 'd':
        return cellText(new Date(/[zZ]$/.test(value ?? '') ? (value ?? '') : `${value}Z`)) || (value ?? '')
      default:
        return this.#numberText(value ?? '')
    }
  }

  #numberText(value: string): string {
    const number = Number(value)
    if (value.trim() === '' || Number.isNaN(number)) return value
    const show = this.#context.styles[Number(this.#style)] ?? cellText
    // Digits beyond those of a number are an identifier that a program wrote as one.
    return show === cellText && /^-?\d{16,}$/.test(value) ? value : show(number)
  }

  #merge({ ref }: Record<string, string>): void {
    const range = rangeOf(ref)
    if (range) this.grid.merge(range)
  }

  #link({ ref, id, location }: Record<string, string>): void {
    const range = rangeOf(ref)
    const address = this.#context.addresses.get(id ?? '')
    if (range && address !== undefined) this.grid.link(range.top, range.left, location ? `${address}#${location}` : address)
  }
}

/** Reads a sheet of a workbook, and counts the cells whose formula failed. @throws UnreadableList */
export function readWorksheet(
  xml: string,
  { name, isHidden, ...context }: WorkbookContext & Pick<Sheet, 'name' | 'isHidden'>,
): { sheet: Sheet; errors: number } {
  const reader = new WorksheetReader(context)
  readXml(xml, reader)
  return { sheet: reader.grid.sheet(name, isHidden), errors: reader.errors }
}

/** The texts that the cells of a workbook share; without the reading aids that stand above East Asian letters. */
export function readStrings(xml: string | undefined): string[] {
  const strings: string[] = []
  let isText = false
  let isPhonetic = false
  let content = ''
  if (xml !== undefined)
    readXml(xml, {
      open(name) {
        if (name === 'si') content = ''
        if (name === 'rPh') isPhonetic = true
        if (name === 't') isText = true
      },
      text(part) {
        if (isText && !isPhonetic) content += part
      },
      close(name) {
        if (name === 't') isText = false
        if (name === 'rPh') isPhonetic = false
        if (name === 'si') strings.push(spelledOut(content))
      },
    })
  return strings
}
