import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDays, dayOf, daysBetween } from '../../../src-main/contract/days.ts'
import { projectFolder } from '../../../src-main/hosts/build.ts'

const module = join(projectFolder(), 'src-main/contract/days.ts')

/** The local day of a moment on a machine elsewhere: a time zone is a process's own. */
const localDayIn = (zone: string, moment: string) =>
  execFileSync(
    process.execPath,
    ['-e', `import(${JSON.stringify(module)}).then(({ localDay }) => process.stdout.write(localDay(new Date('${moment}'))))`],
    {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    },
  )

test.each([
  ['America/Los_Angeles', '2026-11-28T04:31:00Z', '2026-11-27'],
  ['America/Los_Angeles', '2026-11-28T08:00:00Z', '2026-11-28'],
  ['Pacific/Auckland', '2026-11-27T19:15:00Z', '2026-11-28'],
  ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
  ['Europe/Vienna', '2026-11-27T23:30:00Z', '2026-11-28'],
  ['UTC', '2026-11-27T23:59:59Z', '2026-11-27'],
])('in %s %s is on %s', (zone, moment, day) => {
  expect(localDayIn(zone, moment)).toBe(day)
})

test('days are counted without hours, so that no change of the clocks moves them', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysBetween('2026-12-31', '2026-01-01')).toBe(-364)
  expect(dayOf(new Date('2026-11-27'))).toBe('2026-11-27')
})
