import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { projectFolder } from '../../../src-main/hosts/build.ts'

/**
 * Follows ARCHITECTURE.md, "a field to the risk register", in a copy of the project, as someone would who has read nothing else. Each step changes
 * the files that the page names for it, and after the first the type checker may name no file that the page does not.
 */

const copied = ['src-main', 'src-renderer', 'resources', 'test', 'package.json', 'tsconfig.json', 'electron.vite.config.ts']
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-guide-'))
  for (const name of copied) cpSync(join(projectFolder(), name), join(folder, name), { recursive: true })
  symlinkSync(join(projectFolder(), 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The steps of the guide, each with the files that it names. */
function stepsOf(title: string): string[][] {
  const page = readFileSync(join(projectFolder(), 'ARCHITECTURE.md'), 'utf8')
  const [, part = ''] = page.split(`### …${title}\n`)
  const steps = (part.split('\n### ')[0] ?? '').split(/\n(?=\d+\. )/).slice(1)
  return steps.map((step) => [...step.matchAll(/`((?:src-main|src-renderer|resources|test)\/[^`]+)`/g)].map(([, path = '']) => path))
}

function edit(path: string | undefined, from: string | RegExp, to: string): void {
  const whole = join(folder, path ?? '')
  const before = readFileSync(whole, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${path} has no such place: ${from}`)
  writeFileSync(whole, after)
}

/** Files that the type checker finds wrong. */
function wrongFiles(): string[] {
  const { stdout } = spawnSync(join(folder, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: folder, encoding: 'utf8' })
  return [...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, path = '']) => path))].sort()
}

function fieldbook(...words: string[]): unknown {
  const environment = { ...process.env, FIELDBOOK_HOME: join(folder, 'state'), FIELDBOOK_DOCUMENTS: join(folder, 'documents') }
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src-main/hosts/cli/main.ts', ...words, '--json'], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

const field = 'existingControls'
const record = z.object({ id: z.string() })

test('a field of the risk register is added by the steps of the guide, and the type checker leads through the rest', () => {
  const [contract, migration, words, checked] = stepsOf('a field to the risk register')

  edit(contract?.[0], 'acceptanceReason: freeText,', `acceptanceReason: freeText,\n  ${field}: freeText,`)

  const steps = migration?.[0] ?? ''
  const taken = globSync('[0-9]*.ts', { cwd: join(folder, steps) }).length
  const name = `${String(taken + 1).padStart(4, '0')}-existing-controls.ts`
  const sql = `ALTER TABLE risk ADD COLUMN ${field} TEXT NOT NULL DEFAULT '';`
  writeFileSync(join(folder, steps, name), `export const sql = \`${sql}\`\nexport const tracked = ['risk']\n`)
  edit(migration?.[1], /^import \* as first/m, `import * as existingControls from './${name}'\nimport * as first`)
  edit(migration?.[1], /(const migrations[^=]*= \[[^\]]*)\]/, '$1, existingControls]')

  edit(words?.[0], '"fields": {', `"fields": {\n    "${field}": "Existing controls",`)

  // Now the type checker speaks: of files that the page names, and of each of them.
  expect(wrongFiles()).toEqual(checked?.toSorted())
  const [panel, report, register] = checked ?? []
  edit(panel, "owner: field('owner'),", `owner: field('owner'),\n    ${field}: field('${field}'),`)
  edit(panel, '{fields.owner}', `{fields.owner}\n          {fields.${field}}`)
  edit(report, '  notes: null,\n}', `  notes: null,\n  ${field}: null,\n}`)
  edit(register, "  notes: 'notes',", `  notes: 'notes',\n  ${field}: 'fence',`)
  expect(wrongFiles()).toEqual([])

  fieldbook('new', 'guide.aims', '--client', 'Acme')
  const { id } = record.parse(fieldbook('call', 'guide.aims', 'risk.add', '{}'))
  fieldbook('call', 'guide.aims', 'risk.update', JSON.stringify({ id, fields: { [field]: 'A fence' } }))
  expect(fieldbook('call', 'guide.aims', 'risk.get', JSON.stringify({ id }))).toMatchObject({ [field]: 'A fence' })
  expect(fieldbook('check', 'guide.aims')).toMatchObject({ problems: [] })
  // The history of the new column is kept, so that Undo takes it back.
  fieldbook('call', 'guide.aims', 'engagement.undo', '{}')
  expect(fieldbook('call', 'guide.aims', 'risk.get', JSON.stringify({ id }))).toMatchObject({ [field]: '' })
})
