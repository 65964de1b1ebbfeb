import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmdirSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { reportError } from '../../../src-main/language/text.ts'
import { addSystem, column, EngagementFolder, refusal, systems } from './engagement-folder.ts'

let folder: EngagementFolder
let file: EngagementFile
beforeEach(() => {
  folder = new EngagementFolder()
  file = folder.createAndOpen('a.aims')
  file.write('before', () => addSystem(file, '1'))
})
afterEach(() => folder.remove())

const elapsed = (work: () => unknown) => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Another program moves a file or a folder in 400 ms, while a write of this one waits. */
const moveSoon = (from: string, to: string) =>
  spawn(process.execPath, ['-e', 'setTimeout(() => fs.renameSync(...process.argv.slice(1)), 400)', from, to], { stdio: 'inherit' })

/** What stands after a hold is over: the saved rows, each by one change, and a sound file that nobody holds any more. */
async function expectSaved(...ids: string[]): Promise<void> {
  file.write('after', () => addSystem(file, 'after'))
  file.close()
  expect(folder.names()).toEqual(['a.aims'])
  const reopened = folder.open('a.aims')
  expect(systems(reopened)).toEqual([...ids, 'after'])
  expect(column(reopened, "SELECT recordId FROM changeField WHERE recordTable = 'aiSystem' ORDER BY id")).toEqual([...ids, 'after'])
  expect(column(reopened, 'SELECT count(*) FROM change')).toEqual([ids.length + 2])
  reopened.close()
  expect(await folder.problems('a.aims')).toEqual([])
}

describe('a program that reads the file while we write', () => {
  it.each([200, 1200])('for %i ms delays the save, and the save is done', async (milliseconds) => {
    await folder.start('hold-lock.ts', folder.at('a.aims'), 'BEGIN', String(milliseconds))
    const took = elapsed(() => file.write('2', () => addSystem(file, '2')))
    expect(took).toBeGreaterThan(milliseconds / 2)
    expect(took).toBeLessThan(milliseconds + 2500)
    await expectSaved('1', '2')
  })

  it('for long is named, nothing is lost, and the same write works when it has let go', async () => {
    const { child, ended } = await folder.start('hold-lock.ts', folder.at('a.aims'), 'BEGIN', '60000')
    let runs = 0
    const work = () => {
      runs += 1
      addSystem(file, '2')
    }
    const took = elapsed(() => {
      const error = refusal(() => file.write('2', work))
      expect(error).toMatchObject({ code: 'file-held', details: { path: folder.at('a.aims') } })
      expect(reportError(error).sentence).toMatch(/not saved yet; everything before it is/)
    })
    expect(took).toBeGreaterThan(2500)
    expect(took).toBeLessThan(10_000)
    expect(runs).toBeGreaterThan(1)
    expect(systems(file)).toEqual(['1'])
    expect(folder.names()).toEqual(['a.aims'])
    child.kill()
    await ended
    file.write('2', work)
    await expectSaved('1', '2')
  })

  it('in this process, as a long task does, delays nothing but the save', async () => {
    const reader = new SQLite(folder.at('a.aims'), { readonly: true })
    reader.exec('BEGIN')
    expect(reader.prepare('SELECT count(*) FROM aiSystem').pluck().get()).toBe(1)
    expect(elapsed(() => systems(file))).toBeLessThan(100)
    reader.close()
    expect(elapsed(() => file.write('2', () => addSystem(file, '2')))).toBeLessThan(1000)
    await expectSaved('1', '2')
  })
})

describe('a program that does not let us make the journal', () => {
  const journal = () => `${folder.at('a.aims')}-journal`

  it('is waited for, then named, and nothing is lost', async () => {
    mkdirSync(journal())
    const took = elapsed(() => expect(refusal(() => file.write('2', () => addSystem(file, '2'))).code).toBe('file-held'))
    expect(took).toBeGreaterThan(2500)
    expect(took).toBeLessThan(5000)
    rmdirSync(journal())
    expect(systems(file)).toEqual(['1'])
    await expectSaved('1')
  })

  it('for a moment delays the save, which is done once', async () => {
    mkdirSync(journal())
    moveSoon(journal(), folder.at('elsewhere'))
    expect(elapsed(() => file.write('2', () => addSystem(file, '2')))).toBeGreaterThan(300)
    rmdirSync(folder.at('elsewhere'))
    await expectSaved('1', '2')
  })
})

describe('a file that is moved away while it is open', () => {
  it('is said to be missing, nothing is made in its place, and it is whole where it went', async () => {
    renameSync(folder.at('a.aims'), folder.at('moved.aims'))
    expect(refusal(() => file.write('2', () => addSystem(file, '2'))).code).toBe('file-missing')
    expect(folder.names()).toEqual(['moved.aims'])
    file.close()
    expect(await folder.problems('moved.aims')).toEqual([])
    expect(systems(folder.open('moved.aims'))).toEqual(['1'])
  })

  it('is written to when it is back', async () => {
    renameSync(folder.at('a.aims'), folder.at('moved.aims'))
    moveSoon(folder.at('moved.aims'), folder.at('a.aims'))
    expect(elapsed(() => file.write('2', () => addSystem(file, '2')))).toBeGreaterThan(300)
    await expectSaved('1', '2')
  })
})
