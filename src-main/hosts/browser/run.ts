import { createInterface } from 'node:readline'
import { Application } from '../../application/application.ts'
import { text } from '../../language/text.ts'
import { openPage } from './open-page.ts'
import { BrowserHost } from './server.ts'

export interface BrowserOptions {
  port?: number
  /** Opens the system's browser at once. */
  open: boolean
  /** Says the address as one line of JSON, for a program that starts this one. */
  json: boolean
  /** Engagement to open at once. */
  file?: string
}

/** Serves the window to the browser until the program is asked to stop; then closes every file. */
export async function runBrowserHost(options: BrowserOptions): Promise<void> {
  const stop = askedToStop()
  const application = new Application({ host: 'browser' })
  const host = new BrowserHost(application)
  await host.listen(options.port)
  const url = host.invitation(options.file)
  console.log(options.json ? JSON.stringify({ url, port: host.port }) : text('browser:ready', { url }))
  if (options.open) openPage(url)
  const stopOffering = options.json ? () => {} : offerAnother(host, options)
  await stop
  stopOffering()
  await host.close()
  await application.close()
}

/** An address works once, so a person who has closed the tab needs a new one: Enter gives it. */
function offerAnother(host: BrowserHost, { open }: BrowserOptions): () => void {
  if (!process.stdin.isTTY) return () => {}
  console.log(text('browser:again'))
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => {
    const url = host.invitation()
    console.log(text('browser:ready', { url }))
    if (open) openPage(url)
  })
  return () => lines.close()
}

function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
