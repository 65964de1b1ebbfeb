import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { database } from '../../../../src-main/engagement/database.ts'
import { EngagementFile } from '../../../../src-main/engagement/file.ts'

/** Is killed inside a write that is too large for SQLite's memory, so that half of it stands in the file already. */
const [path = ''] = process.argv.slice(2)
const file = EngagementFile.open(path, () => 'Consultant')
file.write('Half a write', () => {
  file.run(database.updateTable('aiSystem').set({ purpose: 'overwritten', notes: sql`hex(randomblob(100000))` }))
  writeSync(1, 'written\n')
  process.kill(process.pid, 'SIGKILL')
})
