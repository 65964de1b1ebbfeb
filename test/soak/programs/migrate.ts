import { Session } from '../session.ts'

/** Opens a file, which brings one of an earlier version to this one: `migrate.ts FILE STATE`. */
const [, , file = '', state = ''] = process.argv
console.log('begin')
const session = new Session(state)
await session.open(file)
console.log('open')
await session.close()
