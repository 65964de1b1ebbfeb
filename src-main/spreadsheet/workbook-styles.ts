import { format, getFormatFromId, isDateFormat, isPercentFormat } from 'numfmt'
import { cellText } from './cell-text.ts'
import { readXml } from './markup.ts'

/** How a number of a workbook is shown. */
export type NumberText = (value: number) => string

/** East Asian dates, whose codes are left to the program that shows them (ECMA-376 part 1, 18.8.30). */
const isEastAsianDate = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Digits, grouping and decimals alone: the number itself says more than its rounded picture. */
const isPlainNumber = (code: string) => /^[#,?]*0?(?:\.[0#?]*)?$/.test((code.split(';')[0] ?? '').replace(/\\?[-() ]|_.|\*./g, ''))

const day = 86_400_000
/** Days from the first day of a workbook's calendar to that of the program's. */
const epoch = { from1900: 25_569, from1904: 24_107 }

/** A day counted as a workbook does: its calendar of 1900 has a 29 February that never was. */
function dateOf(serial: number, is1904: boolean): Date {
  if (is1904) return new Date((serial - epoch.from1904) * day)
  return new Date((serial + (serial >= 1 && serial < 60 ? 1 : 0) - epoch.from1900) * day)
}

function numberText(id: number, code: string, is1904: boolean): NumberText {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return (value) => format(code, value).trim()
  if (isEastAsianDate(id) || isDateFormat(code)) return (value) => cellText(dateOf(value, is1904))
  if (code === '@' || /general/i.test(code) || isPlainNumber(code)) return cellText
  return (value) => {
    // A format that cannot be understood shows the number.
    const shown = format(code, value, { throws: false }).trim()
    return shown === '' || (!isPercentFormat(code) && /^#+$/.test(shown)) ? cellText(value) : shown
  }
}

/** For each style of a workbook's cells, how it shows a number. */
export function readStyles(xml: string | undefined, is1904: boolean): NumberText[] {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isCellFormat = false
  if (xml !== undefined)
    readXml(xml, {
      open(name, { numFmtId = '0', formatCode = '' }) {
        if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
        if (name === 'cellXfs') isCellFormat = true
        if (name === 'xf' && isCellFormat) ids.push(Number(numFmtId))
      },
      close(name) {
        if (name === 'cellXfs') isCellFormat = false
      },
    })
  const known = new Map<number, NumberText>()
  return ids.map((id) => {
    const made = known.get(id) ?? numberText(id, codes.get(id) ?? getFormatFromId(id) ?? 'General', is1904)
    known.set(id, made)
    return made
  })
}
