import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-day-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answered = z.object({
  reports: z.array(z.object({ report: z.string(), state: z.string(), suggestedName: z.string() })),
  package: z.object({ path: z.string() }),
  dossier: z.object({ path: z.string() }),
  round: z.object({ startedOn: z.string() }),
  approvedToday: z.string(),
  approvedTomorrow: z.string(),
})

test.each([
  ['in the evening of Los Angeles', 'America/Los_Angeles', '2090-06-16T04:30:00Z', '2090-06-15', '2090-06-16'],
  ['in the morning of Auckland', 'Pacific/Auckland', '2090-06-15T19:30:00Z', '2090-06-16', '2090-06-17'],
  ['where the clock is that of Greenwich', 'UTC', '2090-06-15T23:59:00Z', '2090-06-15', '2090-06-16'],
])('%s every today is the day there', (_when, zone, now, today, tomorrow) => {
  const program = join(import.meta.dirname, 'programs/day-there.ts')
  const printed = execFileSync(process.execPath, [program, folder, now, today, tomorrow], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { reports, round, approvedToday, approvedTomorrow, ...answers } = answered.parse(JSON.parse(printed))
  // What was approved carries the day of its approval, which the sample counts from the day of the machine.
  const days = reports.map(({ suggestedName }) => suggestedName.slice(-today.length)).filter((day) => day.startsWith('2090'))
  expect(new Set(days)).toEqual(new Set([today]))
  expect(days.length).toBeGreaterThan(20)
  expect(answers.package.path).toContain(today)
  expect(answers.dossier.path).toContain(today)
  expect(round.startedOn).toBe(today)
  expect(approvedToday).not.toContain('in the future')
  expect(approvedTomorrow).toContain(`approvedOn is in the future: ${tomorrow}`)
  const document = readFileSync(join(folder, `${zone.replace('/', '-')}.html`), 'utf8')
  expect(document).toContain(today)
  expect(document).not.toContain(tomorrow)
})
