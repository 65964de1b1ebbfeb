import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { projectFolder } from '../../../src-main/hosts/build.ts'

const configuration = join(projectFolder(), '.dependency-cruiser.mjs')
const { default: rules } = z
  .object({
    default: z.object({ forbidden: z.array(z.object({ name: z.string(), from: z.object({ path: z.string().optional() }) })) }),
  })
  .parse(await import(configuration))

const tool = join(projectFolder(), 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

type Files = Record<string, string>

/** A small program in which every layer uses what it may. */
const clean: Files = {
  'src-main/contract/errors.ts': "import { z } from 'zod'\nexport const code = z.string()",
  'src-main/contract/gap.ts': "import { code } from './errors.ts'\nexport const gap = code",
  'src-main/engagement/file.ts':
    "import SQLite from 'better-sqlite3'\nimport { code } from '../contract/errors.ts'\nexport const file = [SQLite, code]",
  'src-main/spreadsheet/read.ts': "import { code } from '../contract/errors.ts'\nexport const read = code",
  'src-main/importing/match.ts': "import { read } from '../spreadsheet/read.ts'\nexport const match = read",
  'src-main/report/model.ts': 'export const model = 1',
  'src-main/task/task.ts': 'export type Task = 1',
  'src-main/engagement/frame.ts': "import { model } from '../report/model.ts'\nexport const frame = model",
  'src-main/worker/tasks.ts': "import type { Task } from '../task/task.ts'\nexport const tasks: Task = 1",
  'src-main/documents/write.ts': "import { model } from '../report/model.ts'\nexport const write = model",
  'src-main/inventory/queries.ts': "import { file } from '../engagement/file.ts'\nexport const queries = file",
  'src-main/gap/report.ts': "import { frame } from '../engagement/frame.ts'\nexport const report = frame",
  'src-main/gap/rules.ts': 'export const rules = (router: 1) => router',
  'src-main/gap/router.ts':
    "import { readFileSync } from 'node:fs'\nimport { rules } from './rules.ts'\nexport type Router = 1\nexport const router = [rules, readFileSync]",
  'src-main/application/application.ts':
    "import { router } from '../gap/router.ts'\nimport { queries } from '../inventory/queries.ts'\nexport const application = [router, queries]",
  'src-main/hosts/build.ts': 'export const build = 1',
  'src-main/hosts/electron/main.ts':
    "import { app } from 'electron'\nimport { application } from '../../application/application.ts'\nimport { build } from '../build.ts'\nconsole.log(app, application, build)",
  'src-renderer/app/calls.ts': "import { gap } from '../../src-main/contract/gap.ts'\nexport const calls = gap",
  'src-renderer/modules/soa/SoaScreen.tsx': "import { calls } from '../../app/calls.ts'\nexport const SoaScreen = () => calls",
  'src-renderer/modules/gap/GapScreen.tsx': "import { calls } from '../../app/calls.ts'\nexport const GapScreen = () => calls",
}

/** For each rule, changes that break it and nothing else. */
const broken: Record<string, Files[]> = {
  'renderer-sees-contract-only': [
    { 'src-renderer/app/theme.ts': "import { file } from '../../src-main/engagement/file.ts'\nconsole.log(file)" },
    {
      'src-renderer/modules/gap/GapScreen.tsx':
        "import type { Router } from '../../../src-main/gap/router.ts'\nexport type Screen = Router",
    },
  ],
  'renderer-has-no-node': [{ 'src-renderer/app/theme.ts': "import { readFileSync } from 'node:fs'\nconsole.log(readFileSync)" }],
  'contract-imports-zod-alone': [
    { 'src-main/contract/gap.ts': "import { model } from '../report/model.ts'\nexport const gap = model" },
    { 'src-main/contract/gap.ts': "import { join } from 'node:path'\nexport const gap = join" },
    { 'src-main/contract/gap.ts': "import { sql } from 'kysely'\nexport const gap = sql" },
  ],
  'electron-only-in-its-host': [
    { 'src-main/application/window.ts': "import { app } from 'electron'\nconsole.log(app)" },
    { 'src-main/hosts/browser/main.ts': "import { app } from 'electron'\nconsole.log(app)" },
    { 'src-renderer/app/host.ts': "import type { IpcRenderer } from 'electron'\nexport type Host = IpcRenderer" },
  ],
  'only-engagement-opens-a-database': [
    { 'src-main/gap/rules.ts': "import SQLite from 'better-sqlite3'\nexport const rules = SQLite" },
    { 'src-main/application/recent.ts': "import type { Database } from 'better-sqlite3'\nexport type Recent = Database" },
  ],
  'modules-do-not-know-each-other': [
    { 'src-main/gap/report.ts': "import { queries } from '../inventory/queries.ts'\nexport const report = queries" },
    { 'src-main/inventory/queries.ts': "import { report } from '../gap/report.ts'\nexport const queries = report" },
    { 'src-main/gap/report.ts': "import { write } from '../documents/write.ts'\nexport const report = write" },
    { 'src-main/gap/report.ts': "import type { write } from '../documents/write.ts'\nexport type Report = typeof write" },
  ],
  'nobody-knows-the-hosts': [
    { 'src-main/application/start.ts': "import { build } from '../hosts/build.ts'\nconsole.log(build)" },
    { 'src-main/gap/report.ts': "import { build } from '../hosts/build.ts'\nexport const report = build" },
  ],
  'only-hosts-know-the-application': [
    { 'src-main/gap/calls.ts': "import { application } from '../application/application.ts'\nconsole.log(application)" },
  ],
  'the-ground-knows-nothing-above': [
    { 'src-main/report/head.ts': "import { code } from '../contract/errors.ts'\nexport const head = code" },
    { 'src-main/task/task.ts': "import type { queries } from '../inventory/queries.ts'\nexport type Task = typeof queries" },
  ],
  'what-modules-share-knows-no-module': [
    { 'src-main/engagement/context.ts': "import type { tasks } from '../worker/tasks.ts'\nexport type Run = typeof tasks" },
    { 'src-main/catalog/load.ts': "import { report } from '../gap/report.ts'\nexport const load = report" },
    { 'src-main/engagement/context.ts': "import type { write } from '../documents/write.ts'\nexport type Write = typeof write" },
  ],
  'the-importer-knows-no-list': [
    { 'src-main/importing/match.ts': "import type { gap } from '../contract/gap.ts'\nexport type Match = typeof gap" },
    { 'src-main/spreadsheet/read.ts': "import { gap } from '../contract/gap.ts'\nexport const read = gap" },
  ],
  'no-circles': [
    { 'src-main/gap/rules.ts': "import { router } from './router.ts'\nexport const rules = () => router" },
    { 'src-main/gap/rules.ts': "import type { Router } from './router.ts'\nexport const rules = (router: Router) => router" },
    {
      'src-renderer/app/calls.ts': "import { calls } from './calls-again.ts'\nexport { calls }",
      'src-renderer/app/calls-again.ts': "export { calls } from './calls.ts'",
    },
  ],
  'renderer-modules-do-not-know-each-other': [
    { 'src-renderer/modules/gap/GapScreen.tsx': "import { SoaScreen } from '../soa/SoaScreen.tsx'\nexport const GapScreen = SoaScreen" },
  ],
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-layers-'))
  symlinkSync(join(projectFolder(), 'node_modules'), join(folder, 'node_modules'))
  symlinkSync(join(projectFolder(), 'tsconfig.json'), join(folder, 'tsconfig.json'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const cruised = z.object({
  summary: z.object({ totalCruised: z.number(), violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }),
})

/** Writes a program, and says which rules the tool finds broken in it. */
function brokenRulesOf(files: Files): string[] {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${content}\n`)
  }
  const words = [tool, '--config', configuration, '--preserve-symlinks', '--output-type', 'json', 'src-main', 'src-renderer']
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (stdout === '') throw new Error(stderr)
  const { summary } = cruised.parse(JSON.parse(stdout))
  expect(summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(files).length)
  return [...new Set(summary.violations.map(({ rule }) => rule.name))]
}

test('a program in which every layer uses what it may is passed', () => {
  expect(brokenRulesOf(clean)).toEqual([])
})

const cases = Object.entries(broken).flatMap(([rule, changes]) =>
  changes.map((change) => ({ rule, change, where: Object.keys(change)[0] })),
)

test.each(cases)('$rule is found broken in $where', ({ rule, change }) => {
  expect(brokenRulesOf({ ...clean, ...change })).toEqual([rule])
})

test('every rule is broken here', () => {
  expect(Object.keys(broken).toSorted()).toEqual(rules.forbidden.map(({ name }) => name).toSorted())
})

test('every module of the program is under the rule for modules', () => {
  const path = rules.forbidden.find(({ name }) => name === 'modules-do-not-know-each-other')?.from.path ?? ''
  const notModules = ['application', 'catalog', 'engagement']
  const modules = globSync('src-main/*/router.ts', { cwd: projectFolder() }).map((router) => basename(dirname(router)))
  expect(modules.length).toBeGreaterThan(5)
  for (const name of modules.filter((module) => !notModules.includes(module))) expect(`src-main/${name}/`).toMatch(new RegExp(path))
})
