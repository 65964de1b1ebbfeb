import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportError } from '../../../src-main/language/text.ts'
import { Random } from '../../fuzz/random.ts'
import { schemaMutations } from '../../fuzz/schema-mutations.ts'
import { EngagementFolder, refusal } from '../engagement/engagement-folder.ts'

const folder = new EngagementFolder()
beforeAll(() => void folder.create('sound.aims'))
afterAll(() => folder.remove())

let count = 0
function changed(work: (path: string) => void | Promise<void>): string {
  count += 1
  const name = `${count}.aims`
  copyFileSync(folder.at('sound.aims'), folder.at(name))
  void work(folder.at(name))
  return name
}

function changedBy(sql: string): string {
  return changed((path) => {
    const connection = new SQLite(path)
    connection.exec(sql)
    connection.close()
  })
}

describe('a file whose schema is not the program’s own is refused before anything of it is read, and stays as it was', () => {
  it.each(schemaMutations)('$name', ({ apply }) => {
    for (const seed of [1, 2, 3]) {
      const name = changed((path) => apply(path, new Random(seed)))
      const before = folder.sha256(name)
      const error = refusal(() => folder.open(name))
      expect(['altered', 'damaged', 'newer-version', 'other-database']).toContain(error.code)
      expect(reportError(error).sentence).toContain(folder.at(name))
      expect(folder.sha256(name)).toBe(before)
      expect(folder.names().filter((each) => each.startsWith(`${name}-`))).toEqual([])
    }
  })
})

describe('what differs is named', () => {
  it.each([
    ['DROP TRIGGER changeStaysDelete', /trigger changeStaysDelete is missing/],
    ['DROP TABLE attachment', /table attachment is missing/],
    ['DROP INDEX aiSystemByName', /index aiSystemByName is missing/],
    ['CREATE TABLE extra (id)', /table extra does not belong/],
    ['CREATE VIEW extra AS SELECT 1', /view extra does not belong/],
    ['ALTER TABLE setting ADD COLUMN extra TEXT', /table setting is not defined as/],
    ['CREATE TABLE "a\u202eb\nc" (id)', /table a\?b\?c does not belong/],
  ])('%s', (sql, sentence) => {
    const error = refusal(() => folder.open(changedBy(sql)))
    expect(error.code).toBe('altered')
    expect(reportError(error).sentence).toMatch(sentence)
  })
})

it('a schema that says the same in another layout is the program’s own; one that says the same in other words is not', () => {
  const rewrite = (from: string, to: string) =>
    changed((path) => {
      const connection = new SQLite(path).unsafeMode()
      connection.pragma('writable_schema = ON')
      const statement = connection.prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'judgement'")
      expect(statement.run(from, to).changes).toBe(1)
      connection.close()
    })
  folder.open(rewrite(', roundId TEXT', ',\n\t  roundId   TEXT')).close()
  expect(refusal(() => folder.open(rewrite(', roundId TEXT', ', roundId\u00a0TEXT'))).code).toMatch(/altered|damaged/)
  expect(refusal(() => folder.open(rewrite("'not-assessed'", "'not-assessed '"))).code).toBe('altered')
  expect(refusal(() => folder.open(rewrite(', roundId TEXT', ', /* */ roundId TEXT'))).code).toBe('altered')
})

it('a file of whole pages that are linked in circles is damaged, however deep the circle lies, and takes no time', () => {
  const bytes = readFileSync(folder.at('sound.aims'))
  const pageSize = bytes.readUInt16BE(16)
  let tried = 0
  for (let page = 0; page < bytes.length / pageSize; page += 1) {
    const start = page * pageSize + (page === 0 ? 100 : 0)
    if (bytes[start] !== 5 && bytes[start] !== 2) continue
    tried += 1
    const circular = Buffer.from(bytes)
    circular.writeUInt32BE(page + 1, start + 8)
    writeFileSync(folder.at('circle.aims'), circular)
    expect(refusal(() => folder.open('circle.aims')).code).toBe('damaged')
  }
  expect(tried).toBeGreaterThan(0)
})
