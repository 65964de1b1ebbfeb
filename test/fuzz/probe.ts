import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Application } from '../../src-main/application/application.ts'
import { contract, procedures } from '../../src-main/contract/index.ts'
import { jobStarted, jobState } from '../../src-main/contract/jobs.ts'
import { registerIds } from '../../src-main/contract/registers/index.ts'
import { reportError } from '../../src-main/language/text.ts'

/**
 * Does with each file that it is given on its standard input what a person would: opens it, or unpacks it, has it checked, and looks at
 * every screen; says in one line of JSON what it was told. A program of its own, so that whoever runs it can end it.
 */
const folder = mkdtempSync(join(tmpdir(), 'fieldbook-probe-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const application = new Application({ host: 'cli', places: { state: join(folder, 'state'), documents: folder } })

const asked = z.object({ path: z.string(), unpackTo: z.string().nullable() })
export const probed = z.object({
  /** What opening or unpacking said: `ok`, or the code of the error. */
  opened: z.string(),
  /** Sentences of the check, or the code of its error. */
  problems: z.array(z.string()),
  /** Procedures that failed as they should not, each with what it said. */
  failed: z.array(z.string()),
})
export type Probed = z.infer<typeof probed>

async function call(procedure: string, input: unknown, handle?: string): Promise<unknown> {
  const answer = await application.call({ procedure, input, handle })
  if (procedures.get(procedure)?.kind !== 'job') return answer
  const { job } = jobStarted.parse(answer)
  for (;;) {
    const state = jobState.parse(await application.call({ procedure: 'jobs.get', input: { job } }))
    if (state.state === 'done') return state.output
    if (state.error) throw Object.assign(new Error(state.error.sentence), { code: state.error.code })
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : reportError(error).code
  return code === 'internal' ? `internal: ${error instanceof Error ? error.message : ''}` : code
}

async function probe({ path, unpackTo }: z.infer<typeof asked>): Promise<Probed> {
  const result: Probed = { opened: 'ok', problems: [], failed: [] }
  try {
    if (unpackTo !== null)
      result.problems = contract.transfer.unpack.output.parse(await call('transfer.unpack', { path, to: unpackTo })).problems
    const { handle } = contract.engagement.open.output.parse(await call('engagement.open', { path: unpackTo ?? path }))
    await look(handle, result)
    await call('engagement.close', {}, handle)
  } catch (error) {
    result.opened = codeOf(error)
  }
  return result
}

async function look(handle: string, result: Probed): Promise<void> {
  try {
    result.problems = contract.engagement.check.output.parse(await call('engagement.check', {}, handle)).problems
  } catch (error) {
    result.problems = [codeOf(error)]
  }
  for (const [name, input] of questions(await idsIn(handle))) {
    try {
      await call(name, input, handle)
    } catch (error) {
      if (codeOf(error).startsWith('internal')) result.failed.push(`${name} ${JSON.stringify(input)}: ${codeOf(error)}`)
    }
  }
}

const some = z.array(z.looseObject({ id: z.string() }))

/** Names of records to ask for, one of each kind. */
async function idsIn(handle: string): Promise<Record<string, string>[]> {
  const first = async (name: string, key: string) => {
    const [found] = await call(name, {}, handle).then(
      (rows) => some.parse(rows),
      () => [],
    )
    return found ? [{ [key]: found.id }] : []
  }
  const ids = [await first('gap.rounds', 'roundId'), await first('inventory.systems', 'id'), await first('inventory.systems', 'systemId')]
  return [...ids, await first('impact.list', 'assessmentId'), await first('risk.list', 'id')].flat()
}

/** Every query with every input that fits it. */
function* questions(ids: readonly Record<string, string>[]): Generator<[string, unknown]> {
  const inputs = [
    {},
    ...registerIds.map((register) => ({ register })),
    { origin: 'finding' },
    { screen: 'systems' },
    { words: 'a' },
    ...ids,
  ]
  for (const [name, { kind, scope, input: schema }] of procedures) {
    if (kind !== 'query' || scope !== 'engagement') continue
    const fitting = inputs.filter((input) => schema.safeParse(input).success)
    // A query that needs nothing takes any of them.
    for (const input of schema.safeParse({}).success ? [{}] : fitting) yield [name, input]
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await probe(asked.parse(JSON.parse(line))))}\n`)
}
await application.close()
