import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import { writeHistoryTriggers } from '../../src-main/engagement/history/triggers.ts'
import { applicationId } from '../../src-main/engagement/inspect.ts'
import { addLineage } from '../../src-main/engagement/lineage.ts'
import * as first from '../../src-main/engagement/migrations/0001-first.ts'
import type { Random } from '../fuzz/random.ts'
import { operations } from './operations.ts'
import { Session } from './session.ts'
import { faultsAfter } from './verify.ts'

const program = (name: string) => join(import.meta.dirname, 'programs', name)

/** Starts a program, lets it work for a while from its first line on, and kills it. Says how many turns it has acknowledged. */
async function workAndKill(words: string[], milliseconds: number): Promise<number> {
  const [name = '', ...rest] = words
  const child = spawn(process.execPath, [program(name), ...rest], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  let turns = 0
  lines.on('line', (line) => {
    turns = Number(line) || turns
  })
  await Promise.race([once(lines, 'line'), once(child, 'exit')])
  await pause(milliseconds)
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return turns
}

/** A file as version 1 of the program left it, with some rows. */
function oldFile(path: string): void {
  const connection = new SQLite(path)
  connection.pragma(`application_id = ${applicationId}`)
  connection.exec(first.sql)
  for (const table of first.tracked) writeHistoryTriggers(connection, table)
  connection.pragma('user_version = 1')
  addLineage(connection, 'new')
  connection
    .prepare("INSERT INTO change (uid, at, who, label, kind) VALUES (?, ?, 'Consultant', 'Engagement made', 'edit')")
    .run(uuid(), new Date().toISOString())
  connection
    .prepare(
      "INSERT INTO engagement (id, client, title, scope, consultant, approver, classification, certificationTarget, contentVersion, createdAt) VALUES (?, 'Acme', '', '', '', '', '', NULL, '1', ?)",
    )
    .run(uuid(), new Date().toISOString())
  connection.close()
}

export interface KillOptions {
  count: number
  random: Random
  onKill?: (done: number) => void
}

/** Kills programs in the middle of what they do, the operations in turns and a migration among them. Says what did not hold. */
export async function runKills({ count, random, onKill }: KillOptions): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-kills-'))
  const faults: string[] = []
  try {
    const sample = join(folder, 'sample.aims')
    const maker = new Session(join(folder, 'maker'))
    await maker.create(sample, true)
    await maker.close()
    for (let index = 0; index < count; index += 1) {
      const own = join(folder, String(index))
      mkdirSync(own)
      const place = { file: join(own, 'a.aims'), folder: own }
      const state = join(own, 'state')
      const operation = operations[index % (operations.length + 1)]
      if (operation === undefined) {
        oldFile(place.file)
        await workAndKill(['migrate.ts', place.file, state], random.below(120))
      } else copyFileSync(sample, place.file)
      const turns = operation ? await workAndKill(['work.ts', operation.name, place.file, own, state], random.below(1500)) : 0
      const found = await faultsAfter(operation ?? { name: 'migrate', run: async () => {}, makes: () => [] }, place, {
        turns,
        state: join(own, 'after'),
      })
      faults.push(...found.map((fault) => `kill ${index}, ${operation?.name ?? 'migrate'}: ${fault}`))
      rmSync(own, { recursive: true, force: true })
      onKill?.(index + 1)
    }
    return faults
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
