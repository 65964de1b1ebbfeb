import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { monthsLater, stateOf } from '../../../src-main/registers/training/matrix.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

describe('where a person is with a course', () => {
  it.each([
    ['needed without a day', { dueOn: null, attendedOn: null, repeatMonths: 12 }, 'needed', null],
    ['due today', { dueOn: '2030-05-10', attendedOn: null, repeatMonths: null }, 'due', '2030-05-10'],
    ['a day that has passed', { dueOn: '2030-05-09', attendedOn: null, repeatMonths: null }, 'overdue', '2030-05-09'],
    ['attended once and for all', { dueOn: '2020-01-01', attendedOn: '2020-01-01', repeatMonths: null }, 'attended', null],
    ['attended within its months', { dueOn: null, attendedOn: '2029-12-01', repeatMonths: 12 }, 'attended', '2030-12-01'],
    ['to be repeated within a month', { dueOn: null, attendedOn: '2029-05-20', repeatMonths: 12 }, 'repeat', '2030-05-20'],
    ['to be repeated today', { dueOn: null, attendedOn: '2029-05-10', repeatMonths: 12 }, 'repeat', '2030-05-10'],
    ['not repeated in time', { dueOn: null, attendedOn: '2029-05-09', repeatMonths: 12 }, 'overdue', '2030-05-09'],
    ['wanted again before the repetition', { dueOn: '2030-05-01', attendedOn: '2030-01-01', repeatMonths: 12 }, 'overdue', '2030-05-01'],
    ['a repetition of no months', { dueOn: null, attendedOn: '2020-01-01', repeatMonths: 0 }, 'attended', null],
  ] as const)('%s', (_name, facts, state, nextOn) => {
    expect(stateOf(facts, '2030-05-10')).toEqual({ state, nextOn })
  })

  it('a month without the day ends on its last one', () => {
    expect(monthsLater('2028-01-31', 1)).toBe('2028-02-29')
    expect(monthsLater('2028-02-29', 12)).toBe('2029-02-28')
    expect(monthsLater('2028-11-30', 3)).toBe('2029-02-28')
  })
})

describe('the matrix', () => {
  let engagement: EngagementInFolder
  beforeEach(async () => {
    engagement = await EngagementInFolder.create()
  })
  afterEach(() => engagement.remove())

  const person = async (title: string) => (await engagement.call('registers.add', { register: 'people', fields: { title } })).id
  const course = async (title: string, fields = {}) =>
    (await engagement.call('registers.add', { register: 'courses', fields: { title, ...fields } })).id
  const states = async () => (await engagement.call('training.matrix', {})).attendances.map(({ state }) => state)

  it('records a need and then an attendance for many people in one change each, and keeps what was left out', async () => {
    const people = [await person('Underwriters'), await person('Claims handlers')]
    const basics = await course('AI basics', { kind: 'literacy', repeatMonths: 12 })
    const changes = await engagement.changes()
    await engagement.call('training.record', { personIds: people, courseIds: [basics], fields: { dueOn: dayFromToday(-3) } })
    expect(await states()).toEqual(['overdue', 'overdue'])
    await engagement.call('training.record', {
      personIds: people,
      courseIds: [basics],
      fields: { attendedOn: today, result: 'Test passed' },
    })
    expect(await engagement.changes()).toBe(changes + 2)
    const { attendances } = await engagement.call('training.matrix', {})
    expect(attendances).toHaveLength(2)
    for (const each of attendances) expect(each).toMatchObject({ dueOn: dayFromToday(-3), state: 'attended', result: 'Test passed' })
    expect(await engagement.call('training.summary', {})).toEqual({
      people: 2,
      courses: 1,
      needed: 2,
      attended: 2,
      overdue: 0,
      literate: 2,
    })
    await engagement.undo()
    expect(await states()).toEqual(['overdue', 'overdue'])
  })

  it('takes a need away, and a person who left counts no more', async () => {
    const [underwriters, handlers] = [await person('Underwriters'), await person('Claims handlers')]
    const [basics, oversight] = [await course('AI basics'), await course('Oversight')]
    await engagement.call('training.record', { personIds: [underwriters, handlers], courseIds: [basics, oversight] })
    await engagement.call('training.release', { personIds: [handlers], courseIds: [oversight] })
    expect(await states()).toHaveLength(3)
    await engagement.call('registers.update', { register: 'people', id: underwriters, fields: { state: 'left' } })
    expect(await states()).toEqual(['needed'])
    await engagement.call('registers.remove', { register: 'courses', ids: [basics] })
    expect(await states()).toEqual([])
  })

  it('refuses a person or course that is not there, and changes nothing', async () => {
    const [underwriters, basics] = [await person('Underwriters'), await course('AI basics')]
    const changes = await engagement.changes()
    expect((await engagement.refusal('training.record', { personIds: [underwriters], courseIds: [underwriters] })).code).toBe('not-found')
    expect((await engagement.refusal('training.record', { personIds: [], courseIds: [basics] })).code).toBe('invalid-input')
    expect(await engagement.changes()).toBe(changes)
  })
})
