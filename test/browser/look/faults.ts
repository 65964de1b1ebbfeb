import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { z } from 'zod'
import type { FaultKind } from './page/fault.ts'

const found = z.array(z.object({ kind: z.custom<FaultKind>((value) => typeof value === 'string'), where: z.string(), detail: z.string() }))

let source: Promise<string> | undefined

/** The check as one script for a page; made once for each process of tests. */
const script = () => (source ??= bundle())

async function bundle(): Promise<string> {
  const answer = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'page/index.ts'), formats: ['iife'], name: 'look' } },
  })
  const parts = Array.isArray(answer) ? answer : [answer]
  const chunk = parts.flatMap((part) => ('output' in part ? part.output : [])).find((each) => each.type === 'chunk')
  if (!chunk) throw new Error('the check of the look could not be made')
  return `(() => { ${chunk.code}; window.look = look })()`
}

/** A page that is still taking shape gets this long to settle, in steps: what a look finds is a fault only where it stays. */
const patience = { tries: 12, milliseconds: 120 }

/** What of the uppermost layer of a page is cut, covered, out of reach or cannot be seen: one line each. */
export async function faultsOf(page: Page, { withFocus = false }: { withFocus?: boolean } = {}): Promise<string[]> {
  if (!(await page.evaluate('"look" in window'))) await page.evaluate(await script())
  let last = ''
  for (let attempt = 1; ; attempt++) {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    const lines = await linesOf(page, 'look.faults()')
    const now = lines.join('\n')
    const isSettled = lines.length === 0 || attempt === patience.tries || (attempt > 3 && now === last)
    if (isSettled) return withFocus ? [...lines, ...(await linesOf(page, 'look.focus()'))] : lines
    last = now
    await delay(patience.milliseconds)
  }
}

async function linesOf(page: Page, question: string): Promise<string[]> {
  const faults = found.parse(await page.evaluate(question))
  return faults.map(({ kind, where, detail }) => `${kind}: ${where}: ${detail}`)
}
