import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { hasElectron } from './electron/launch.ts'
import { bringBrowser, bringPrograms } from './programs.ts'

/** Every check of the project in one run: the tools that keep order, the build, and every test. Ends with the line "N passed, N failed". */

const checks: { name: string; command: string[] }[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'layers', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'src-main', 'src-renderer'] },
  { name: 'unused code and dependencies', command: ['knip'] },
  { name: 'duplicates', command: ['jscpd'] },
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
]

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number(), success: z.boolean() })

function runCheck({ name, command: [program = '', ...args] }: (typeof checks)[number]): boolean {
  const began = performance.now()
  const result = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  const passed = result.status === 0
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  if (!passed) console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`)
  return passed
}

function runTests(args: string[], host: 'browser' | 'electron' = 'browser'): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-tests-'))
  const output = join(folder, 'report.json')
  try {
    const result = spawnSync('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, FIELDBOOK_TEST_HOST: host },
    })
    const counted = report.parse(JSON.parse(readFileSync(output, 'utf8')))
    // A file that cannot even be loaded has no tests to count, and is a failure all the same.
    const failed = counted.numFailedTests === 0 && (result.status !== 0 || counted.numTotalTests === 0) ? 1 : counted.numFailedTests
    return { passed: counted.numPassedTests, failed }
  } catch (error) {
    console.log(`The test run left no report: ${error instanceof Error ? error.message : String(error)}`)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

bringPrograms()
bringBrowser()
const checked = checks.map(runCheck)
const runs = [runTests(process.argv.slice(2))]
// The window's tests once more in the window that people have; without it `hasElectron` says that they are left out.
if (hasElectron()) runs.push(runTests(['test/browser'], 'electron'))
const passed = checked.filter(Boolean).length + runs.reduce((sum, run) => sum + run.passed, 0)
const failed = checked.filter((ok) => !ok).length + runs.reduce((sum, run) => sum + run.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
