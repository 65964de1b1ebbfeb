import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { column, EngagementFolder, rows, sql } from './engagement-folder.ts'

let folder: EngagementFolder
beforeEach(() => {
  folder = new EngagementFolder()
})
afterEach(() => folder.remove())

it('kill -9 between and in many writes: each write that was said to be done is there, whole, and no half of one', async () => {
  folder.create('a.aims')
  let next = 0
  const waits = [0, 3, 10, 25, 40, 70]
  // On a busy machine less is written before each kill: there are as many kills as it takes.
  for (let kill = 0; kill < waits.length || next <= 10; kill += 1) {
    const milliseconds = waits[Math.min(kill, waits.length - 1)] ?? 0
    const { child, said, ended } = await folder.start('write-many.ts', folder.at('a.aims'), String(next))
    await wait(milliseconds)
    child.kill('SIGKILL')
    await ended
    const file = folder.open('a.aims')
    expect(folder.names()).toEqual(['a.aims'])
    const done = Number(said.at(-1))
    expect(done).toBeGreaterThanOrEqual(next)
    const numbers = column(file, 'SELECT id FROM aiSystem ORDER BY id').map(Number)
    // One write more may have ended, whose number was not said any more.
    expect([done + 1, done + 2]).toContain(numbers.length)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index))
    expect(column(file, 'SELECT count(*) FROM change')).toEqual([numbers.length + 1])
    // Each write put its number into the notes of every row there was.
    const newest = String(numbers.at(-1)).padStart(6, '0')
    expect(rows(file, 'SELECT count(*) AS complete FROM aiSystem WHERE substr(notes, -6) = ?', newest)).toEqual([
      { complete: numbers.length },
    ])
    file.close()
    expect(await folder.problems('a.aims')).toEqual([])
    next = numbers.length
  }
})

/** Makes the header tell of pages that have not come yet, as it is when the kill hits SQLite between writing the first page and the last. */
function claimMorePages(path: string): void {
  const bytes = readFileSync(path)
  bytes.writeUInt32BE(bytes.length / bytes.readUInt16BE(16) + 1000, 28)
  writeFileSync(path, bytes)
}

it.each([
  ['', () => {}],
  [' and its header too', claimMorePages],
])('kill -9 in a write that has half reached the file%s: opening takes that half back', async (_what, more) => {
  folder.create('a.aims', (file) => {
    const insert = sql("INSERT INTO aiSystem (id, name, createdAt, notes) VALUES (?, 'x', 'x', hex(randomblob(20000)))", '')
    file.runEach(
      insert,
      Array.from({ length: 150 }, (_, index) => [String(index)]),
    )
  })
  const size = statSync(folder.at('a.aims')).size
  const before = folder.sha256('a.aims')
  const { said, ended } = await folder.start('die-in-write.ts', folder.at('a.aims'))
  await ended
  expect(said).toEqual(['written'])
  expect(existsSync(`${folder.at('a.aims')}-journal`)).toBe(true)
  expect(folder.sha256('a.aims')).not.toBe(before)
  expect(statSync(folder.at('a.aims')).size).toBeGreaterThan(size)
  more(folder.at('a.aims'))

  const file = folder.open('a.aims')
  expect(folder.names()).toEqual(['a.aims'])
  expect(rows(file, 'SELECT purpose, count(*) AS count FROM aiSystem GROUP BY purpose')).toEqual([{ purpose: '', count: 150 }])
  expect(file.undoStep()).toBeUndefined()
  file.close()
  expect(folder.sha256('a.aims')).toBe(before)
  expect(await folder.problems('a.aims')).toEqual([])
})

it('a killed program does not keep the file from the next one', async () => {
  folder.create('a.aims')
  const { child, ended } = await folder.start('keep-open.ts', folder.at('a.aims'))
  child.kill('SIGKILL')
  await ended
  expect(rows(folder.open('a.aims'), 'SELECT client FROM engagement')).toEqual([{ client: 'Acme' }])
})
