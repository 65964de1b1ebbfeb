import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../../src-main/hosts/build.ts'

/** A day cut out of a moment in UTC: west of Greenwich it is tomorrow's in the evening, east of it yesterday's in the morning. */
const dayOfUtc =
  /toISOString\(\)\)?\s*(\.(slice|substring|substr)\(0,\s*10\)|\.split\('T'\))|\b(now|moment|createdAt|at|At)\)?\.(slice|substring)\(0,\s*10\)|toJSON\(\)/

const place = 'src-main/contract/days.ts'

test('the day of a moment is made at one place, where it is the local one', () => {
  const files = globSync('src-{main,renderer}/**/*.{ts,tsx}', { cwd: projectFolder() }).map((path) => path.replaceAll('\\', '/'))
  const faulty = files.filter((path) => path !== place && dayOfUtc.test(readFileSync(join(projectFolder(), path), 'utf8')))
  expect(faulty).toEqual([])
  expect(files.length).toBeGreaterThan(500)
})

test.each([
  'const day = now.toISOString().slice(0, 10)',
  'const day = (incident.awareAt ?? now.toISOString()).slice(0, 10)',
  "const day = date.toISOString().split('T')[0]",
  'version: createdAt.slice(0, 10)',
])('this check would find %s', (line) => {
  expect(line).toMatch(dayOfUtc)
})
