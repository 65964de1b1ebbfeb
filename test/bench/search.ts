import { z } from 'zod'
import { searchHit } from '../../src-main/contract/search.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { Desk, engagementOf, openBare } from './prepared.ts'

/** From words that nearly every system has to one that none has. */
const searched = ['data', 'model', 'chatbot', 'fraud', 'veterans', 'translation', 'weather', 'camera', 'policy', 'zzzz']

/** Finds a word anywhere in an engagement with a full inventory. */
export async function search(size: Size): Promise<Measure[]> {
  const desk = new Desk(size)
  await desk.open(engagementOf(size))
  const connection = openBare(engagementOf(size))
  const like = connection.prepare(`SELECT id, name, purpose, notes FROM aiSystem
    WHERE name || ' ' || reference || ' ' || purpose || ' ' || owner || ' ' || supplier || ' ' || department || ' ' || notes LIKE ? LIMIT 50`)
  const asked = { ours: 0, bare: 0 }
  const next = (whose: keyof typeof asked) => searched[asked[whose]++ % searched.length] ?? ''
  const compared = await compare({
    repetitions: searched.length * (size.isShort ? 2 : 20),
    warmUp: searched.length,
    ours() {
      const words = next('ours')
      return clock(() => desk.ask('search.find', { words }, z.array(searchHit)))
    },
    bare() {
      const words = next('bare')
      return clock(() => like.all(`%${words}%`))
    },
  })
  connection.close()
  await desk.close()
  return [measureOf('search everywhere', 'one LIKE over the systems alone', compared)]
}
