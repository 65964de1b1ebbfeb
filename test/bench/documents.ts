import { join } from 'node:path'
import { type documentFormat, exportResult, type Report } from '../../src-main/contract/documents.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { Desk, engagementOf } from './prepared.ts'

type Format = (typeof documentFormat.options)[number]

/**
 * A report is written, opened again, counted and put in its place. There is no bare way to make one, so each format is held against the
 * fastest; of that one itself, the ratio shows how much the machine wavers.
 */
export const writeDocument =
  (report: Report, format: Format) =>
  async (size: Size): Promise<Measure[]> => {
    const desk = new Desk(size)
    await desk.open(engagementOf(size))
    const writeAs = (chosen: Format, name: string) => () =>
      clock(async () => {
        const to = join(size.folder, `${name}.${chosen}`)
        const { rows } = await desk.ask('documents.export', { report, to, overwrite: true }, exportResult)
        if (rows === 0) throw new Error(`${to} has no rows`)
      })
    const compared = await compare({
      repetitions: size.isShort ? 1 : 5,
      warmUp: size.isShort ? 0 : 1,
      ours: writeAs(format, report),
      bare: writeAs('xlsx', `${report} bare`),
    })
    await desk.close()
    return [measureOf(`${report} report as ${format}`, 'the same report as xlsx, the fastest format', compared)]
  }
