/** An account with what it was signed in by: "i:0#.f|membership|ann@example.org". */
const account = /^i:0[^|]*\|(?:[^|]*\|)?/

/** A cell without the marks that a SharePoint list puts around what a person wrote: "Ann;#12", "3;#Live", ";#PII;#Health;#". */
export function withoutListMarks(cell: string): string {
  if (!cell.includes(';#')) return cell.replace(account, '')
  const parts = cell
    .split(';#')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const words = parts.filter((part) => !/^\d+$/.test(part))
  return (words.length > 0 ? words : parts).map((part) => part.replace(account, '')).join('; ')
}
