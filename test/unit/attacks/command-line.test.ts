import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPackage } from '../../../src-main/transfer/package/read.ts'
import { writePackage } from '../../../src-main/transfer/package/write.ts'
import { Workplace } from '../hosts/processes.ts'

const workplace = new Workplace()
beforeAll(async () => {
  expect(await workplace.fieldbook(['new', 'acme.aims', '--client', 'Acme', '--sample'])).toMatchObject({ code: 0 })
})
afterAll(() => workplace.remove())

function changed(name: string, sql: string): string {
  const connection = new SQLite(workplace.path('acme.aims'), { readonly: true })
  connection.prepare('VACUUM INTO ?').run(workplace.path(name))
  connection.close()
  alter(workplace.path(name), sql)
  return name
}

function alter(path: string, sql: string): void {
  const connection = new SQLite(path)
  connection.pragma('ignore_check_constraints = ON')
  connection.exec(sql)
  connection.close()
}

describe('check', () => {
  it('ends with 3 for a file that another program made or altered, says so, and leaves it byte for byte', async () => {
    const name = changed('altered.aims', 'DROP TRIGGER aiSystemHistoryUpdate')
    const before = workplace.sha256(name)
    const { code, stderr } = await workplace.fieldbook(['check', name])
    expect(code).toBe(3)
    expect(stderr).toMatch(/altered\.aims was not made by this program, or was altered: trigger aiSystemHistoryUpdate is missing\./)
    expect(workplace.sha256(name)).toBe(before)
  })

  it('ends with 3 for a file without its engagement', async () => {
    const name = changed('without.aims', 'DELETE FROM engagement')
    const before = workplace.sha256(name)
    const { code, stderr } = await workplace.fieldbook(['check', name])
    expect(code).toBe(3)
    expect(stderr).toMatch(/without\.aims is damaged: the entry that says which client it is for is missing\./)
    expect(workplace.sha256(name)).toBe(before)
  })

  it('ends with 1 for a value that the program does not know and names the entry; other commands work on the rest and say so', async () => {
    const name = changed('value.aims', "UPDATE aiSystem SET role = 'robot' WHERE rowid = (SELECT min(rowid) FROM aiSystem)")
    const before = workplace.sha256(name)
    const checked = await workplace.fieldbook(['check', name])
    expect(checked).toMatchObject({ code: 1 })
    expect(checked.stdout).toMatch(/^AI systems, .*: “robot” is not a value that the field role can have\.$/m)
    const listed = await workplace.fieldbook(['call', name, 'inventory.systems'])
    expect(listed.code).toBe(0)
    expect(JSON.parse(listed.stdout).length).toBeGreaterThan(0)
    expect(listed.stderr).toMatch(/left out of the result:\nAI systems, .*“robot”/)
    expect(workplace.sha256(name)).toBe(before)
  })
})

describe('a package that is right in all that it says of itself', () => {
  async function packed(name: string, sql: string): Promise<string> {
    const [sound, inside] = [workplace.path('sound.aimspack'), workplace.path('inside.aims')]
    await workplace.fieldbook(['pack', 'acme.aims', '--to', sound, '--overwrite'])
    const {
      format: _format,
      formatVersion: _version,
      contents: _contents,
      ...manifest
    } = await readPackage({ source: sound, destination: inside })
    alter(inside, sql)
    await writePackage({ source: inside, destination: workplace.path(name), manifest })
    rmSync(inside)
    return name
  }

  it('is refused where its engagement is not the program’s own, and nothing is written', async () => {
    const name = await packed('altered.aimspack', 'CREATE TRIGGER extra AFTER INSERT ON change BEGIN DELETE FROM judgement; END')
    const { code, stderr } = await workplace.fieldbook(['unpack', name, '--to', 'out.aims'])
    expect(code).toBe(3)
    expect(stderr).toMatch(/altered\.aimspack was not made by this program, or was altered: trigger extra does not belong/)
    expect(readdirSync(workplace.folder).filter((each) => each.startsWith('out'))).toEqual([])
  })

  it('comes in where entries hold unknown values, and names them', async () => {
    const name = await packed('value.aimspack', "UPDATE aiSystem SET role = 'robot' WHERE rowid = (SELECT min(rowid) FROM aiSystem)")
    const { code, stdout } = await workplace.fieldbook(['unpack', name, '--to', 'in.aims'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/“robot” is not a value that the field role can have/)
  })
})

describe('an end signal', () => {
  function start(words: readonly string[], options: readonly string[] = []): ChildProcess {
    const main = join(import.meta.dirname, '../../../src-main/hosts/cli/main.ts')
    return spawn(process.execPath, [...options, main, ...words], {
      cwd: workplace.folder,
      env: workplace.environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  }

  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends the command line, even where its work never comes back', async (signal) => {
    const blocking = pathToFileURL(join(import.meta.dirname, '../hosts/programs/block-threads.ts')).href
    const child = start(['info', 'acme.aims'], ['--import', blocking])
    const [said] = child.stderr ? await once(child.stderr, 'data') : []
    expect(String(said)).toContain('blocked')
    const ended = once(child, 'exit')
    child.kill(signal)
    expect(await ended).toEqual([null, signal])
  })
})
