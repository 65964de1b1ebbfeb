/** Cells that say that there is nothing to say. */
const placeholder =
  /^(?:[-–—_.…?*/]+|x{2,5}|n\.?\s?\/?\s?[av]\.?|not applicable|none|nil|null|tb[dac]|to be (?:determined|decided|defined|confirmed)|todo|to do|unknown|k\.?\s?a\.?|entf[aä]llt|keine?|offen|#n\/a)$/i

export const isPlaceholder = (cell: string): boolean => placeholder.test(cell.trim())

/** How the line under a list begins that adds it up. */
export const isTotal = (cell: string): boolean =>
  /^(?:grand total|sub-?total|total|totals|sum|count|number of \S+|anzahl|gesamt|gesamtzahl|summe|insgesamt)\b\s*(?:[:=(\d]|$|\S+\s*[:=]?\s*\d|(?:number )?of\b|count\b)/i.test(
    cell.trim(),
  )

/** How a note begins that stands under a list: marked, or in words that no system is called by. */
export const isNote = (cell: string): boolean =>
  /^(?:\*+\s*\S|†|‡|\(?\d\)\s|(?:notes?|sources?|legend|key|hinweise?|anmerkung(?:en)?|quellen?|legende|stand|version|as of|date|prepared by|last (?:updated|modified|reviewed)|updated(?: on)?|page)\s*[:.\d]|(?:draft|confidential|internal use only|for internal use|entwurf|vertraulich|nur für den)\b\s*(?:[,;.:!–-]|$)|©|copyright\b|disclaimer\b|end of (?:the )?(?:list|table|report|inventory)|do not (?:circulate|distribute|copy))/i.test(
    cell.trim(),
  )

/** A row that shows how the list is to be filled in. */
export const isExample = (cell: string): boolean =>
  /^(?:e\.?\s?g\.?[\s:,]|for example\b|example(?:\s*[:\d(–-]|s?$)|sample(?:\s*[:(]|$)|z\.?\s?b\.?[\s:]|beispiel(?:\s*[:\d(–-]|e?$)|\[[^\]]+\]$|<[^>]+>$|\((?:e\.?g\.?|example|z\.?\s?b\.?|beispiel)\b)/i.test(
    cell.trim(),
  )

/** A title of a group: in capitals, or with a colon, or numbered. */
export const isTitle = (cell: string): boolean => {
  const title = cell.trim()
  const letters = title.replace(/[^\p{L}]/gu, '')
  const isCapital = letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return isCapital || /:$/.test(title) || /^[^:]{2,40}:\s\S/.test(title) || /^(?:[IVX]+|\d+|[A-H])[.)]\s/.test(title)
}
