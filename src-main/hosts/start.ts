import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { Application } from '../application/application.ts'
import { contract } from '../contract/index.ts'
import { text } from '../language/text.ts'
import { runBrowserHost } from './browser/run.ts'
import { buildWhereNeeded, projectFolder } from './build.ts'
import { electronProgram, fetchElectronProgram } from './electron-program.ts'
import { userPath } from './user-path.ts'

/** A window that ends with an error sooner than this, in milliseconds, never came up: no display, or an account that may not. */
const tooSoon = 10_000

/** `npm start [-- FILE] [--browser] [--no-open]`: builds what is not built, then opens the window, in the browser where Electron is missing. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: { browser: { type: 'boolean', default: false }, open: { type: 'boolean', default: true } },
  })
  await buildWhereNeeded()
  const file = positionals[0] === undefined ? await firstSample() : userPath(positionals[0])
  const isShown = !values.browser && (await openDesktop(file))
  if (!isShown) await runBrowserHost({ open: values.open, json: false, file })
}

/** On the very first start there is nothing to open yet: a sample shows what an engagement looks like. */
async function firstSample(): Promise<string | undefined> {
  const application = new Application({ host: 'cli' })
  try {
    const recent = contract.engagement.recent.output.parse(await application.call({ procedure: 'engagement.recent', input: {} }))
    if (recent.length > 0) return undefined
    return contract.engagement.trySample.output.parse(await application.call({ procedure: 'engagement.trySample', input: {} })).path
  } finally {
    await application.close()
  }
}

/** Opens the desktop's window and waits for its end; false, with a line that says why, where it cannot be had. */
async function openDesktop(file: string | undefined): Promise<boolean> {
  const program = electronProgram() ?? (await fetchElectronProgram())
  if (!program) {
    console.log(text('start:notFetched'))
    return false
  }
  const begun = Date.now()
  const child = spawn(program, [projectFolder(), ...(file ? [file] : [])], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve).on('error', () => resolve(1)))
  const isShown = code === 0 || code === null || Date.now() - begun > tooSoon
  if (!isShown) console.log(text('start:notShown'))
  return isShown
}

main().catch((error: unknown) => {
  console.error(text('start:failed', { reason: error instanceof Error ? error.message : String(error) }))
  process.exitCode = 1
})
