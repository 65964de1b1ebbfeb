import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { nextAfter, trendOf } from '../../../src-main/registers/measures/assess.ts'
import { numberOf, readPasted } from '../../../src-main/registers/measures/pasted.ts'
import { EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

async function measure(fields: Record<string, string | number>, values: number[] = []) {
  const { id } = await engagement.call('registers.add', { register: 'measures', fields })
  const readings = values.map((value, index) => ({ day: `2026-${String(index + 1).padStart(2, '0')}-15`, value, note: '' }))
  if (readings.length > 0) await engagement.call('measures.addReadings', { id, readings })
  return id
}
const standing = async (id: string) => (await engagement.call('measures.get', { id })).standing
const pasted = (text: string) => readPasted(text, new Map(), today)

describe('an alert', () => {
  it.each([
    [[0.9, 0.9, 0.79], 'alert', 'The last reading is below 0.8.'],
    [[0.9, 0.79, 0.78], 'alert', '2 of the last 3 readings below 0.8.'],
    [[0.79, 0.78, 0.85], 'alert', '2 of the last 3 readings below 0.8.'],
    [[0.9, 0.79, 0.85], 'off-target', '0.85 misses the target of 0.9.'],
    [[0.1, 0.1, 0.85, 0.86, 0.95], 'on-target', '0.95 meets the target of 0.9.'],
    [[], 'none', 'No reading yet.'],
  ])('%j is %s: %s', async (values, level, sentence) => {
    expect(await standing(await measure({ target: 0.9, alertBelow: 0.8 }, values))).toMatchObject({ level, sentence })
  })

  it('is given above a line too, and a lower value is the better one where the measure says so', async () => {
    const id = await measure({ better: 'lower', target: 2, alertAbove: 5, unit: '%' }, [1, 6, 7])
    expect(await standing(id)).toMatchObject({ level: 'alert', sentence: '2 of the last 3 readings above 5 %.', trend: 'worsening' })
  })

  it.each([
    ['higher', [1, 2, 3, 4], 'improving'],
    ['lower', [1, 2, 3, 4], 'worsening'],
    ['higher', [1, 3, 1, 3, 1, 3, 1], 'steady'],
    ['higher', [2, 2, 2], 'steady'],
    ['higher', [1, 2], 'unknown'],
  ] as const)('%s is better, %j: %s', (better, values, trend) => {
    expect(trendOf(better, values)).toBe(trend)
  })
})

describe('the next reading', () => {
  it.each([
    ['2026-01-31', 'monthly', '2026-02-28'],
    ['2026-12-15', 'monthly', '2027-01-15'],
    ['2028-02-29', 'yearly', '2029-02-28'],
    ['2026-11-30', 'quarterly', '2027-02-28'],
    ['2026-02-27', 'weekly', '2026-03-06'],
    ['2026-12-31', 'daily', '2027-01-01'],
  ] as const)('after %s, %s, is due on %s', (day, frequency, next) => {
    expect(nextAfter(day, frequency)).toBe(next)
  })

  it('is set with a reading, and taken back with it', async () => {
    const id = await measure({ frequency: 'monthly' })
    const nextOn = async () => (await engagement.call('registers.get', { register: 'measures', id })).fields.nextOn
    await engagement.call('measures.addReadings', { id, readings: [{ day: '2026-10-31', value: 1, note: '' }] })
    expect(await nextOn()).toBe('2026-11-30')
    await engagement.undo()
    expect(await nextOn()).toBeNull()
    expect((await engagement.call('measures.get', { id })).readings).toEqual([])
  })
})

describe('a pasted list', () => {
  it('is read whatever the spreadsheet writes, and loses no line that it does not understand', () => {
    const { readings, notUnderstood } = pasted(
      'Date\tRate\n2026-01-31\t0,83\n28.02.2026\t0.84\tafter the storm\n\nn/a\t3\n2026-04-30\tsick\n',
    )
    expect(readings).toEqual([
      { day: '2026-01-31', value: 0.83, note: '' },
      { day: '2026-02-28', value: 0.84, note: 'after the storm' },
    ])
    expect(notUnderstood.map(({ line, text }) => [line, text])).toEqual([
      [5, 'n/a\t3'],
      [6, '2026-04-30\tsick'],
    ])
  })

  it.each([
    ['2026-03-31;12', '2026-03-31', 12],
    ['2026-03-31, 12.5', '2026-03-31', 12.5],
    ['2026-03\t12', '2026-03-31', 12],
    ['31/03/2026 12', '2026-03-31', 12],
    ['03/31/2026\t12', '2026-03-31', 12],
    ['2026-03-31 00:00:00\t-4', '2026-03-31', -4],
  ])('%j', (line, day, value) => {
    expect(pasted(line).readings).toEqual([{ day, value, note: '' }])
  })

  it('says where dates could be read either way, refuses a day twice and a day that does not exist', () => {
    expect(pasted('03/04/2026\t1')).toMatchObject({ isAmbiguous: true, readings: [{ day: '2026-04-03' }] })
    expect(pasted('03/04/2026\t1\n25/04/2026\t2').isAmbiguous).toBe(false)
    expect(pasted('2026-02-30\t1\n2026-02-01\t1\n2026-02-01\t2')).toMatchObject({
      readings: [{ day: '2026-02-01', value: 1 }],
      notUnderstood: [{ line: 1 }, { line: 3 }],
    })
  })

  it.each([
    ['83 %', 83],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', null],
    ['1,234,567', 1234567],
    ['-0,5', -0.5],
    ['', null],
    ['12a', null],
    ['=1+1', null],
  ])('%j is %j', (cell, value) => {
    expect(numberOf(cell)).toBe(value)
  })
})

describe('readings', () => {
  it('of a day that has one take its place, and a change to a day that is taken is refused', async () => {
    const id = await measure({}, [1, 2])
    const { replaces } = await engagement.call('measures.readPasted', { id, text: '2026-01-15\t5\n2026-03-15\t3' })
    expect(replaces).toBe(1)
    const { readings } = await engagement.call('measures.addReadings', {
      id,
      readings: [
        { day: '2026-01-15', value: 5, note: '' },
        { day: '2026-03-15', value: 3, note: '' },
      ],
    })
    expect(readings.map(({ value }) => value)).toEqual([3, 2, 5])
    const [newest] = readings
    const refused = { readingId: newest?.id ?? '', fields: { day: '2026-01-15' } }
    expect((await engagement.refusal('measures.updateReading', refused)).sentence).toContain('There is a reading of 2026-01-15 already.')
    await engagement.call('measures.removeReadings', { readingIds: readings.map((reading) => reading.id) })
    expect((await engagement.call('measures.get', { id })).readings).toEqual([])
    await engagement.undo()
    expect((await engagement.call('measures.get', { id })).readings).toHaveLength(3)
  })

  it('go with their measure, and the dashboard is told of alerts', async () => {
    const id = await measure({ title: 'In alert', alertBelow: 10 }, [1])
    const alerts = async () => (await engagement.call('measures.summary', {})).alerts.map(({ title }) => title)
    expect(await alerts()).toContain('In alert')
    await engagement.call('registers.remove', { register: 'measures', ids: [id] })
    expect(await alerts()).not.toContain('In alert')
  })
})

it.each([
  ['docx', readDocx],
  ['pdf', readPdf],
  ['xlsx', readXlsx],
] as const)('the report as %s has a chart for each measure and all readings', async (format, read) => {
  await measure({ title: 'Share of moved claims', unit: '%', target: 4, alertAbove: 8, better: 'lower' }, [3.25, 4.75, 9.125])
  const to = engagement.at(`measures.${format}`)
  await engagement.job('documents.export', { report: 'measures', format, to, overwrite: true })
  const found = (await read(readFileSync(to))).text.replace(/\s+/g, '')
  for (const piece of ['Share of moved claims (%)', 'The last reading is above 8 %.', '9.125', '3.25'])
    expect(found, piece).toContain(piece.replace(/\s+/g, ''))
})
