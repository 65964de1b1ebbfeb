import { engagementRecord } from '../../src-main/contract/engagement.ts'
import { done } from '../../src-main/contract/procedure.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { Desk, engagementOf, openBare } from './prepared.ts'

/** An engagement is opened, which checks, locks and if need be moves it on, and its first record is read. */
export async function openEngagement(size: Size): Promise<Measure[]> {
  const desk = new Desk(size)
  const compared = await compare({
    repetitions: size.isShort ? 10 : 100,
    warmUp: 5,
    async ours() {
      const time = await clock(async () => {
        await desk.open(engagementOf(size))
        await desk.ask('engagement.get', {}, engagementRecord)
      })
      await desk.ask('engagement.close', {}, done)
      return time
    },
    async bare() {
      let close = () => {}
      const time = await clock(() => {
        const connection = openBare(engagementOf(size))
        connection.prepare('SELECT * FROM engagement').get()
        close = () => void connection.close()
      })
      close()
      return time
    },
  })
  await desk.close()
  return [measureOf('open an engagement', 'better-sqlite3 opens the same file, one SELECT', compared)]
}
