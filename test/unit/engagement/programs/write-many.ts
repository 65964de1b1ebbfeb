import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { database } from '../../../../src-main/engagement/database.ts'
import { EngagementFile } from '../../../../src-main/engagement/file.ts'

/** Writes one system after the other until it is killed, and says the number of each when its write has returned. */
const [path = '', first = '0'] = process.argv.slice(2)
const file = EngagementFile.open(path, () => 'Consultant')
for (let number = Number(first); ; number += 1) {
  const [id, createdAt] = [String(number).padStart(6, '0'), new Date().toISOString()]
  file.write(`System ${number}`, () => {
    file.run(database.insertInto('aiSystem').values({ id, name: 'x'.repeat(5000), createdAt }))
    file.run(database.updateTable('aiSystem').set({ notes: sql`notes || ${id}` }))
  })
  writeSync(1, `${number}\n`)
}
