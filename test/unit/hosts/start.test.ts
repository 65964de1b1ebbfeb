import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWhereNeeded, projectFolder } from '../../../src-main/hosts/build.ts'
import { Workplace } from './processes.ts'

const workplace = new Workplace()

beforeAll(() => buildWhereNeeded())
afterAll(() => workplace.remove())

/** Starts the program as `npm start` does, in the browser, and says which file its address opens. */
async function startedWith(...words: string[]): Promise<string | null> {
  const start = join(projectFolder(), 'src-main/hosts/start.ts')
  const child = spawn(process.execPath, [start, '--browser', '--no-open', ...words], { cwd: workplace.folder, env: workplace.environment })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+(?=\s)/.exec(said)
      if (found) resolve(found[0])
    })
    child.on('exit', () => reject(new Error(said)))
  })
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  return new URL(address).searchParams.get('file')
}

test('the very first start opens a sample, later ones do not', async () => {
  const sample = await startedWith()
  expect(sample).toMatch(/Sample engagement\.aims$/)
  expect(existsSync(sample ?? '')).toBe(true)
  expect(await workplace.fieldbook(['check', sample ?? ''])).toMatchObject({ code: 0 })
  expect(await startedWith()).toBeNull()
})

test('a file can be named', async () => {
  expect(await startedWith('client.aims')).toBe(workplace.path('client.aims'))
})
