import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { buildWhereNeeded } from '../../src-main/hosts/build.ts'
import { beyond, type Measure, measureSchema, type Size } from './measure.ts'
import { measures } from './measures.ts'
import { preparePackages } from './package.ts'
import { prepare } from './prepared.ts'
import { tableLines } from './table.ts'

/** `npm run bench [-- --short] [--json] [--only TEXT]`: measures the program against the bare work that each thing cannot do without. Fails where a requirement allows less. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { short: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } } })
  await buildWhereNeeded()
  const size: Size = { isShort: values.short ?? false, folder: mkdtempSync(join(tmpdir(), 'fieldbook-bench-')) }
  try {
    await prepare(size)
    await preparePackages(size)
    const chosen = Object.keys(measures).filter((name) => name.includes(values.only ?? ''))
    const measured = chosen.flatMap((name) => runAlone(name, size))
    for (const line of values.json ? [JSON.stringify(measured, null, 2)] : tableLines(measured)) console.log(line)
    const tooMuch = values.short ? [] : beyond(measured)
    for (const sentence of tooMuch) console.error(sentence)
    if (tooMuch.length > 0) process.exitCode = 1
  } finally {
    rmSync(size.folder, { recursive: true, force: true })
  }
}

function runAlone(name: string, { isShort, folder }: Size): Measure[] {
  const words = ['--expose-gc', join(import.meta.dirname, 'one.ts'), name, folder, isShort ? 'short' : 'long']
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  if (status !== 0) throw new Error(`${name} could not be measured`)
  return z.array(measureSchema).parse(JSON.parse(stdout))
}

await main()
