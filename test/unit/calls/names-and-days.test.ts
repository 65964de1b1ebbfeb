import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { procedures } from '../../../src-main/contract/index.ts'
import { registers } from '../../../src-main/contract/registers/index.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'
import { isName } from './names.ts'
import { textsOf } from './places.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

/** What is told of an input, if anything: the rest of it may be missing. */
const told = (name: string, input: unknown) => engagement.refusal(isName(name), input).then(({ sentence }) => sentence, String)

const refused = async (name: string, input: unknown) => (await engagement.refusal(isName(name), input)).sentence

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** Every text of the contract: those of the procedures, and those of the entries of each register. */
const texts = [
  ...[...procedures].flatMap(([name, { input }]) => textsOf(schemaOf(input)).map((place) => ({ name, ...place }))),
  ...Object.entries(registers).flatMap(([register, { fields }]) =>
    textsOf(schemaOf(fields.partial())).map(({ path, around, schema }) => ({
      name: 'registers.add',
      path: ['fields', ...path],
      around: (value: unknown) => ({ register, fields: around(value) }),
      schema,
    })),
  ),
]

const entryFields = /^registers\.(add|update|updateMany) fields\.some$/

describe('names in which nothing can be seen', () => {
  const required = texts.filter(
    ({ schema: { minLength = 0, format, pattern } }) => Number(minLength) > 0 && format === undefined && pattern === undefined,
  )
  const names = required.filter(({ path }) => path.at(-1) !== 'passphrase')

  test('are looked for in every required text', () => {
    const found = names.map(({ name, path }) => `${name} ${path.join('.')}`)
    for (const name of [
      'engagement.create client',
      'engagement.update client',
      'gap.startRound name',
      'gap.updateRound name',
      'inventory.add name',
      'soa.addControl title',
      'soa.approve approver',
      'risk.update fields.title',
      'views.save name',
      'raci.rename title',
      'registers.add fields.title',
    ])
      expect(found).toContain(name)
  })

  test.each(
    names.map((place): [string, (typeof names)[number]] => [
      `${place.name} ${place.path.join('.')} ${JSON.stringify(place.around(''))}`,
      place,
    ]),
  )('%s', async (_what, { name, path, around }) => {
    for (const blank of ['', ' ', '   ', '\u00A0', '\t\n', '\u200B', '\u2060\uFEFF', '\u00AD', '\u3164', '\u2800', '\u180E'])
      expect(await refused(name, around(blank)), JSON.stringify(blank)).toContain(`${path.join('.')} is empty or has no visible character`)
  })

  test('a passphrase may be of blanks', async () => {
    expect((await engagement.job('transfer.pack', { to: engagement.at('blank.aimspack'), passphrase: ' ' })).encrypted).toBe(true)
  })
})

describe('days', () => {
  const days = texts.filter(({ schema: { format } }) => format === 'date')
  const moments = texts.filter(({ schema: { format } }) => format === 'date-time')
  const each = (some: typeof texts) =>
    some.map((place): [string, (typeof texts)[number]] => [
      `${place.name} ${place.path.join('.')} ${JSON.stringify(place.around(''))}`,
      place,
    ])

  test('are found', () => {
    expect(days.length).toBeGreaterThan(80)
    expect(moments.length).toBeGreaterThan(4)
    expect(texts.filter(({ name, path }) => entryFields.test(`${name} ${path.join('.')}`))).toHaveLength(3)
  })

  test.each(each(days))('that are none, or of a year that cannot be: %s', async (_what, { name, path, around }) => {
    const field = path.join('.')
    for (const value of ['2026-02-30', '2026-13-01', '2025-02-29', 'tomorrow', '', '30.09.2026', '2026-9-30', '2026-11-24T00:00:00Z'])
      expect(await refused(name, around(value)), value).toContain(`${field} is not a calendar date: ${value}`)
    for (const value of ['0026-01-01', '20266-01-01', '1899-12-31', '2200-01-01', '-2026-01-01', '+012026-01-01'])
      expect(await refused(name, around(value)), value).toMatch(/has a year outside 1900 to 2199|is not a calendar date/)
  })

  test.each(each(moments))('moments likewise: %s', async (_what, { name, path, around }) => {
    const field = path.join('.')
    for (const value of ['2026-02-30T10:00:00Z', '2026-11-24T25:00:00Z', '2026-11-24', 'now', ''])
      expect(await refused(name, around(value)), value).toContain(`${field} is not a date and time: ${value}`)
    expect(await refused(name, around('0026-01-01T00:00:00Z'))).toContain('has a year outside')
  })

  /** By its meaning a day of what has happened, or of what is planned, due or valid. */
  const free = new Set([
    'dueDate',
    'dueOn',
    'nextDueOn',
    'nextOn',
    'plannedOn',
    'reviewDate',
    'treatmentDue',
    'exclusionValidUntil',
    'validUntil',
    'contractUntil',
    'certificationTarget',
    'target',
    'startOn',
    'endOn',
    'appointedOn',
  ])
  const isFree = ({ path }: (typeof texts)[number]) => free.has(path.at(-1) ?? '')

  test.each(each([...days, ...moments].filter((place) => !isFree(place))))(
    'what has happened is not in the future: %s',
    async (_what, { name, path, around, schema }) => {
      const field = path.join('.')
      const form = (day: string) => (schema.format === 'date' ? day : `${day}T12:00:00Z`)
      for (const day of [dayFromToday(1), dayFromToday(400)])
        expect(await refused(name, around(form(day)))).toContain(`${field} is in the future: ${form(day)}`)
      const now = await told(name, around(form(today)))
      expect(now).not.toContain('in the future')
    },
  )

  test.each(each(days.filter(isFree)))('what is planned or due may be: %s', async (_what, { name, around }) => {
    const answer = await told(name, around(dayFromToday(400)))
    expect(answer).not.toContain('in the future')
  })

  test('an SoA is not approved tomorrow', async () => {
    const input = { approver: 'Ann', approvedOn: dayFromToday(1) }
    expect(await refused('soa.approve', input)).toBe(
      `That input cannot be used: approvedOn is in the future: ${dayFromToday(1)} (it records something that has already happened). Nothing was changed.`,
    )
    // Today is fine: what is refused then is that nothing was decided yet.
    expect(await refused('soa.approve', { ...input, approvedOn: today })).toContain('undecided')
  })
})
