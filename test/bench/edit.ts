import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { judgement, round } from '../../src-main/contract/gap.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { Desk, engagementOf, openBare, withoutHistory } from './prepared.ts'

const against = 'one UPDATE of the same row, equally durable, no history'

/** One field of a judgement is changed, in the way that every screen does it; when the call has answered, the change is on the disk. */
export async function editUntilSaved(size: Size): Promise<Measure[]> {
  const ours = join(size.folder, 'edited.aims')
  const plain = join(size.folder, 'edited-bare.aims')
  copyFileSync(engagementOf(size), ours)
  copyFileSync(engagementOf(size), plain)
  const desk = new Desk(size)
  await desk.open(ours)
  const roundId = (await desk.ask('gap.rounds', {}, z.array(round)))[0]?.id ?? ''
  const items = (await desk.ask('gap.judgements', { roundId }, z.array(judgement))).map(({ itemId }) => itemId)
  const connection = withoutHistory(openBare(plain))
  const update = connection.prepare('UPDATE judgement SET notes = ? WHERE roundId = ? AND itemId = ?')
  const edits = { ours: 0, bare: 0 }
  const next = (whose: keyof typeof edits) => {
    edits[whose] += 1
    const count = edits[whose]
    return { itemId: items[count % items.length] ?? '', notes: `What was said in interview ${count}, as it was typed.` }
  }
  const compared = await compare({
    repetitions: size.isShort ? 50 : 500,
    warmUp: 20,
    ours() {
      const { itemId, notes } = next('ours')
      return clock(() => desk.ask('gap.judge', { roundId, itemId, fields: { notes } }, judgement))
    },
    bare() {
      const { itemId, notes } = next('bare')
      return clock(() => {
        if (update.run(notes, roundId, itemId).changes !== 1) throw new Error(`${itemId} was not changed`)
      })
    },
  })
  connection.close()
  await desk.close()
  return [measureOf('edit until saved', against, compared), measureOf('edit until saved, 95th percentile', against, compared, 0.95)]
}
