import { parseArgs } from 'node:util'
import { z } from 'zod'
import { reportError, text } from '../../language/text.ts'
import { userPath } from '../user-path.ts'
import { runBrowserHost } from './run.ts'

const port = z.coerce.number().int().min(0).max(65_535)

/** Starts the browser host: [FILE] [--port N] [--no-open] [--json]. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
    },
  })
  const file = positionals[0] === undefined ? undefined : userPath(positionals[0])
  await runBrowserHost({ port: port.parse(values.port), open: values.open, json: values.json, file })
}

main().catch((error) => {
  console.error(text('browser:failed', { reason: reportError(error).sentence }))
  process.exitCode = 2
})
