import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { answer } from './answer.ts'
import { Application } from './application.ts'
import { type Reply, request, startOptions } from './thread-messages.ts'

/** The application in a thread of its own, so that no query, however long, holds up the window: the far end of remote.ts. */
function serve(port: MessagePort): void {
  const application = new Application(startOptions.parse(workerData))
  const reply = (message: Reply) => port.postMessage(message)
  port.on('message', async (raw) => {
    const received = request.parse(raw)
    if (received.kind === 'close') {
      await application.close()
      reply({ kind: 'closed' })
      return port.close()
    }
    reply({ kind: 'answer', id: received.id, answer: await answer(application, received.envelope) })
  })
}

if (parentPort) serve(parentPort)
