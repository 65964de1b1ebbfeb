import { operationOf } from '../operations.ts'
import { Session } from '../session.ts'

/** Does one operation again and again until it is killed, and says each turn that was acknowledged: `work.ts OPERATION FILE FOLDER STATE`. */
const [, , name = '', file = '', folder = '', state = ''] = process.argv
const session = new Session(state)
await session.open(file)
console.log('open')
for (let turn = 1; ; turn += 1) {
  await operationOf(name).run(session, { file, folder }, turn)
  console.log(turn)
}
