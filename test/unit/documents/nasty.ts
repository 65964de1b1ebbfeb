import { openSync } from 'fontkit'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { fontFiles } from '../../../src-main/documents/fonts.ts'
import { database, type Query } from '../../../src-main/engagement/database.ts'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'

/** What people paste, and what stops exports: texts of each kind, and an engagement in which every text holds one of them. */

const opened = openSync(fontFiles().normal)

/** Every character that the shipped fonts have, but for those that Unicode says are none. */
export const covered: string[] = ('characterSet' in opened ? opened.characterSet : [])
  .map((codePoint) => String.fromCodePoint(codePoint))
  .filter((character) => /^(?!\p{Noncharacter_Code_Point})[^\p{Cc}]$/u.test(character))

const range = (first: number, count: number) => Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index))

/** Letters of other scripts, none of which the fonts have: 540 of them. */
export const uncovered: Record<string, string[]> = {
  Japanese: [...range(0x3041, 80), ...'株式会社東京日本語文書管理評価危険'],
  Chinese: range(0x4e00, 100),
  Korean: range(0xac00, 60),
  Arabic: range(0x0621, 26),
  Persian: [...'پچژگکی'],
  Hebrew: range(0x05d0, 27),
  Thai: range(0x0e01, 48),
  Hindi: range(0x0905, 50),
  Georgian: range(0x10d0, 33),
  Armenian: range(0x0531, 38),
  emoji: ['👍', '🚀', '😀', '🔥', '🧠', '⛔', '🕐', '🇩', '🇪', ...range(0x1f600, 50)],
}

const slices = Array.from({ length: Math.ceil(covered.length / 120) }, (_, part) => covered.slice(part * 120, (part + 1) * 120).join(''))

export const texts: string[] = [
  `https://contoso.sharepoint.com/:w:/r/sites/AI-Governance/Shared%20Documents/${'General/Policies-and-procedures/'.repeat(4)}file.docx?d=w0123456789abcdef&csf=1`,
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(5),
  'soft\u00ADhyphen zero\u200Bwidth non\u200Cjoiner join\u200Der left\u200Emark right\u200Fmark word\u2060joiner order\uFEFFmark',
  'ﬁnal eﬃcient ﬂow 5 µm ½ ² ① ☐ open ☑ done ✔ yes ✗ no ● one ▪ two \uF0B7 three \uF0FC four \uF0A7 five ＡＢＣ ㎡',
  '株式会社東京 محمد الأحمد משה כהן สมชาย हिन्दी 김철수 👩‍💻 🇩🇪',
  'W'.repeat(260),
  Array.from({ length: 14 }, (_, line) => `Line ${line}`).join('\n'),
  'first\vsecond\u2028third\u0085fourth',
  ...slices,
]
/** For fields that hold long texts. */
const long = [
  'https://example.org/?token='.padEnd(1400, 'aB3-/x'),
  'x'.repeat(2500),
  Array.from({ length: 120 }, (_, line) => `Line ${line}`).join('\n'),
]

const rowsOf = (file: EngagementFile, query: RawBuilder<unknown>): unknown[] => {
  const compiled: Query<unknown> = { compile: () => query.compile(database) }
  return file.all(compiled)
}
const run = (file: EngagementFile, query: RawBuilder<unknown>) => file.run({ compile: () => query.compile(database) })
const names = z.array(z.object({ name: z.string() }))
const values = z.array(z.object({ rowid: z.number(), value: z.string().nullable() }))

/** Fields that hold a name and not a text of any length. */
const isShort =
  /^(title|name|owner|.*By|holder|deputy|unit|fileName|supplier|department|role|chair|approver|auditor|team|who|code|responsible|assessors|parties|period|occasion|channel|audience|location|retention|frequency|reference|item|recipient|provider|contact|contract)$/
/** What the program writes by itself. */
const ownTables = new Set([
  'change',
  'changeField',
  'setting',
  'attachment',
  'attachmentChunk',
  'documentExport',
  'lineage',
  'soaVersion',
  'impactVersion',
  'statementVersion',
])

/** Adds one of these texts to every text that somebody wrote. */
export function makeNasty(file: EngagementFile): void {
  let count = 0
  const tables = names.parse(
    rowsOf(file, sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE '%WITHOUT ROWID%'`),
  )
  for (const { name: table } of tables.filter(({ name }) => !ownTables.has(name))) {
    const columns = names.parse(rowsOf(file, sql`SELECT name FROM pragma_table_info(${table}) WHERE type = 'TEXT'`))
    for (const { name: column } of columns) {
      const found = values.parse(rowsOf(file, sql`SELECT rowid, ${sql.ref(column)} AS value FROM ${sql.table(table)}`))
      const written = found.filter(({ value }) => value !== null && value !== '')
      const isText = written.some(({ value }) => / /.test(value ?? '')) && !written.some(({ value }) => /^[[{]/.test(value ?? ''))
      for (const { rowid, value } of isText ? written : []) {
        count += 1
        const more = !isShort.test(column) && count % 41 === 0 ? long[(count / 41) % long.length] : texts[count % texts.length]
        run(file, sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${`${value} ${more}`} WHERE rowid = ${rowid}`)
      }
    }
  }
  run(file, sql`UPDATE "engagement" SET "client" = ${`Mül\u00ADler ﬁnance µ \u200B株式会社 ${'Verwaltungsgesellschaft'.repeat(12)}`}`)
}
