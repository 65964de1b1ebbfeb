/** What a cell of a workbook can hold at most, in characters. */
export const longestCell = 32_767

/**
 * Characters that XML cannot hold or changes on its way, and what looks like their spelling (ECMA-376 part 1, 22.9.2.19). Line breaks and
 * tabs are left as they are.
 */
const unsafe = /(?![\n\t])\p{Cc}|\uFFFD|\p{Noncharacter_Code_Point}|_(?=x[0-9A-Fa-f]{4}_)/gu

const spelled = (characters: string) =>
  [...Array(characters.length).keys()]
    .map((index) => `_x${characters.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('')

/**
 * A text as a workbook keeps it, so that every reader finds it as it was. write-excel-file looks texts up in a plain object: the names of
 * what every object has, such as "constructor", would be lost in it, and are spelled with a first letter in code.
 */
export function workbookText(text: string): string {
  const safe = text.replace(unsafe, spelled)
  return safe in {} ? spelled(safe.slice(0, 1)) + safe.slice(1) : safe
}

/** The text that workbookText has spelled, or another program in the same way. */
export const spelledOut = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
