import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { raciLetter } from '../../contract/raci.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { insertActivities, setLetter } from '../../registers/raci/matrix.ts'
import { insertAttendances } from '../../registers/training/matrix.ts'
import { resourceFolder } from '../../resources.ts'
import { inDays } from './in-days.ts'
import { itemId } from './registers.ts'

const sampleActivity = z.strictObject({
  title: z.string(),
  requirement: z.string().nullable(),
  /** By reference of the role. */
  letters: z.record(z.string(), raciLetter),
})
const sampleAttendance = z.strictObject({
  person: z.string(),
  course: z.string(),
  dueIn: z.number().nullable(),
  attendedAgo: z.number().nullable(),
  result: z.string(),
})

const read = (name: string): unknown => JSON.parse(readFileSync(join(resourceFolder(), 'sample', name), 'utf8'))

/** Gives the sample its RACI matrix and its training, between the entries of the registers. Call inside write(), after these. */
export function addRaciAndTraining(file: EngagementFile): void {
  const activities = z.array(sampleActivity).parse(read('raci.json'))
  const ids = insertActivities(
    file,
    activities.map(({ title, requirement }) => ({ title, requirement })),
    new Date(),
  )
  for (const [index, { letters }] of activities.entries())
    for (const [role, letter] of Object.entries(letters)) setLetter(file, ids[index] ?? '', itemId(file, 'roles', role), letter)
  for (const { person, course, dueIn, attendedAgo, result } of z.array(sampleAttendance).parse(read('training.json'))) {
    const attendedOn = attendedAgo === null ? null : inDays(-attendedAgo)
    const fields = { dueOn: inDays(dueIn), attendedOn, result }
    insertAttendances(file, [itemId(file, 'people', person)], [itemId(file, 'courses', course)], fields)
  }
}
