import { posix } from 'node:path'
import { text } from '../language/text.ts'
import { readXml, xmlText } from './markup.ts'
import type { Book, Sheet } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'
import { readStyles } from './workbook-styles.ts'
import { readStrings, readWorksheet } from './worksheet.ts'

interface Relation {
  type: string
  target: string
}

interface SheetEntry {
  name: string
  isHidden: boolean
  relation: string
}

/**
 * Reads the sheets of a workbook. Dates become text by one rule, other numbers as their format shows them, a formula what it came to.
 * @throws UnreadableList
 */
export function readXlsx(parts: Map<string, Uint8Array>): Book {
  const xmlOf = (name: string): string | undefined => {
    const part = parts.get(name)
    return part && xmlText(part)
  }
  const { entries, is1904 } = readEntries(xmlOf('xl/workbook.xml') ?? '')
  const relations = readRelations(xmlOf, 'xl/workbook.xml')
  const ofType = (type: string) => [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target
  const strings = readStrings(xmlOf(ofType('sharedStrings') ?? 'xl/sharedStrings.xml'))
  const styles = readStyles(xmlOf(ofType('styles') ?? 'xl/styles.xml'), is1904)
  let errors = 0
  const sheets = entries.flatMap(({ name, isHidden, relation }): Sheet[] => {
    const { type = '', target = '' } = relations.get(relation) ?? {}
    if (!type.endsWith('/worksheet')) return []
    const xml = xmlOf(target)
    if (xml === undefined) throw new UnreadableList('damagedWorkbook')
    const addresses = addressesOf(readRelations(xmlOf, target))
    const read = readWorksheet(xml, { name, isHidden, strings, styles, addresses })
    errors += read.errors
    return [read.sheet]
  })
  if (sheets.length === 0) throw new UnreadableList('damagedWorkbook')
  const warnings = errors === 0 ? [] : [text('import:failedFormulas', { count: errors })]
  return { encoding: 'XLSX', isText: false, delimiter: '', sheets, warnings }
}

function readEntries(xml: string): { entries: SheetEntry[]; is1904: boolean } {
  const entries: SheetEntry[] = []
  let is1904 = false
  readXml(xml, {
    open(element, { name = '', state = 'visible', id = '', date1904 = '' }) {
      if (element === 'sheet') entries.push({ name, isHidden: state !== 'visible', relation: id })
      if (element === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true'
    },
  })
  return { entries, is1904 }
}

/** What a part refers to, by id; places are named from the root of the workbook, and addresses as they are. */
function readRelations(xmlOf: (name: string) => string | undefined, part: string): Map<string, Relation> {
  const folder = posix.dirname(part)
  const xml = xmlOf(`${folder}/_rels/${posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  if (xml !== undefined)
    readXml(xml, {
      open(name, { Id = '', Type = '', Target = '', TargetMode }) {
        if (name !== 'Relationship') return
        const target = TargetMode === 'External' ? Target : Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
        relations.set(Id, { type: Type, target })
      },
    })
  return relations
}

const addressesOf = (relations: Map<string, Relation>) =>
  new Map([...relations].flatMap(([id, { type, target }]): [string, string][] => (type.endsWith('/hyperlink') ? [[id, target]] : [])))
