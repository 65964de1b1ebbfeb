import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { readDocx } from '../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../src-main/documents/verify/read-pdf.ts'
import type { Operation, Place } from './operations.ts'
import { Session } from './session.ts'

/** The engagement opens, its check finds nothing, and nothing of SQLite's lies beside it. Says what is wrong. */
async function engagementFaults(path: string, state: string): Promise<string[]> {
  const session = new Session(state)
  try {
    await session.open(path)
    const { problems } = await session.call('engagement.check', {})
    const beside = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}-`))
    return [...problems, ...beside.map((name) => `${name} is left beside it`)]
  } catch (error) {
    return [`${basename(path)}: ${error instanceof Error ? error.message : String(error)}`]
  } finally {
    await session.close()
  }
}

/** What a turn has made is whole, where it is there. */
async function madeFaults(path: string, state: string): Promise<string[]> {
  if (!existsSync(path)) return []
  try {
    const ending = extname(path)
    if (ending === '.aims') return await engagementFaults(path, state)
    if (ending === '.docx') await readDocx(readFileSync(path))
    if (ending === '.pdf') await readPdf(readFileSync(path))
    if (ending === '.aimspack') {
      const session = new Session(state)
      await session.call('transfer.inspect', { path, passphrase: 'correct horse' }).finally(session.close)
    }
    return []
  } catch (error) {
    return [`${basename(path)} is not whole: ${error instanceof Error ? error.message : String(error)}`]
  }
}

export interface Acknowledged {
  /** Turns that were said to be done. */
  turns: number
  /** The state folder of a program of its own. */
  state: string
}

/** Everything that must hold after an operation was cut off. Says what does not. */
export async function faultsAfter(operation: Operation, place: Place, { turns, state }: Acknowledged): Promise<string[]> {
  const faults = await engagementFaults(place.file, state)
  for (let turn = 1; turn <= turns + 1; turn += 1) {
    for (const path of operation.makes(place, turn)) {
      if (turn <= turns && !existsSync(path)) faults.push(`${basename(path)} was said to be done and is not there`)
      faults.push(...(await madeFaults(path, state)))
    }
  }
  return [...faults, ...(await countFaults(operation, place, { turns, state }))]
}

/** Each turn that was said to be done is in the file, the one after it wholly or not at all. */
async function countFaults({ name }: Operation, { file }: Place, { turns, state }: Acknowledged): Promise<string[]> {
  const session = new Session(state)
  try {
    await session.open(file)
    if (name === 'edit') {
      const { scope } = await session.call('engagement.get', {})
      const last = Number(/^turn (\d+)$/.exec(scope)?.[1] ?? 0)
      return last === turns || last === turns + 1 ? [] : [`turn ${turns} was said to be done, and turn ${last} is in the file`]
    }
    if (name === 'import') {
      const imported = (await session.call('inventory.systems', {})).filter((system) => /^System \d+ \d+$/.test(system.name)).length
      return imported === turns * 400 || imported === (turns + 1) * 400 ? [] : [`${imported} systems after ${turns} imports of 400`]
    }
    if (name === 'attach') {
      const kept = (await session.call('evidence.list', {})).filter(({ fields }) => fields.title.startsWith('minutes-')).length
      return kept === turns || kept === turns + 1 ? [] : [`${kept} files after ${turns} were attached`]
    }
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    await session.close()
  }
}
