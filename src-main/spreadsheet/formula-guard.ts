/** How a cell begins that a spreadsheet would take for a formula (OWASP, CSV injection), or that already begins with the guard. */
const risky = /^[=+\-@\t\r\n＝＋－＠']/

/** A text that no spreadsheet takes for a formula: it begins with an apostrophe where it would be taken for one. */
export const withGuard = (cell: string): string => (risky.test(cell) ? `'${cell}` : cell)

/** The text as it was before withGuard. */
export const withoutGuard = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)
