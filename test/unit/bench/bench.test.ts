import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { text } from '../../../src-main/language/text.ts'
import { beyond, type Measure, measureSchema, quantile } from '../../bench/measure.ts'
import { tableLines } from '../../bench/table.ts'

let measured: Measure[] = []

beforeAll(() => {
  const run = join(import.meta.dirname, '../../bench/run.ts')
  const output = execFileSync(process.execPath, [run, '--short', '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  measured = z.array(measureSchema).parse(JSON.parse(output))
})

/** The rail from its second entry on; the first one is shown already, so it is clicked last. */
const rail = [
  'gap',
  'interview',
  'judgements',
  'results',
  'systems',
  'classification',
  'impacts',
  'risks',
  'soa',
  'trace',
  'registers',
  'actions',
  'roadmap',
  'cost',
  'evidence',
  'crosswalk',
  'readiness',
  'documents',
  'overview',
]
const screens = [
  ...rail.map((screen) => `click until ${text(`shell:screens.${screen}`)} shows content (1000 systems)`),
  'frame while scrolling through the systems, 95th percentile (1000 systems)',
  'key until painted, in the search, 95th percentile (1000 systems)',
  'key until painted, in the panel, 95th percentile (1000 systems)',
]

const ofEvidence = [
  'attach',
  'list',
  'open a copy of the largest',
  'save the largest',
  'check all',
  'pack all',
  'audit dossier, zip',
  'audit dossier, html',
]

/**
 * Every measure, and how many times the bare work it may take. Ten times what it takes today, or more: a busy machine stays below, and
 * only a disaster (an edit that writes the whole file, a search that reads it for each word) comes above.
 */
const most: Record<string, number> = {
  'start until the start screen is usable': 40,
  'start until the overview of an engagement is usable': 40,
  'open an engagement': 400,
  'edit until saved': 100,
  'edit until saved, 95th percentile': 100,
  'search everywhere': 100,
  'list of AI systems (1000 systems)': 100,
  'list of risks (1000 systems)': 100,
  'list of impact assessments (1000 systems)': 200,
  'SoA with what calls for each control (1000 systems)': 200,
  'list of actions (1000 systems)': 200,
  'list of evidence (1000 systems)': 200,
  // A thousand systems on a screen are held against a hundred.
  ...Object.fromEntries(screens.map((screen) => [screen, 50])),
  // Of these the memory is measured, and the time is held against itself.
  ...Object.fromEntries(ofEvidence.map((part) => [`evidence, 0.01 GiB in 40 files: ${part}`, 2])),
  'open an engagement with all its evidence': 20,
  'import of 200 systems from a text table': 1000,
  'import of 200 systems from a workbook': 1000,
  'import on the command line': 50,
  'gap report as docx': 40,
  'gap report as pdf': 40,
  'gap report as xlsx': 20,
  'soa report as docx': 40,
  'soa report as pdf': 40,
  'soa report as xlsx': 20,
  'pack 16 MB': 40,
  'pack 16 MB, encrypted': 40,
  'unpack 16 MB': 40,
  'unpack 16 MB, encrypted': 40,
}

test('everything is measured, once', () => {
  expect(measured.map(({ what }) => what)).toEqual(Object.keys(most))
})

test.each(Object.entries(most))('%s', (name, ratio) => {
  const found = measured.find(({ what }) => what === name)
  if (!found) throw new Error('not measured')
  for (const value of [found.median, found.bare, found.ratio, found.repetitions]) {
    expect(Number.isFinite(value)).toBe(true)
    expect(value).toBeGreaterThan(0)
  }
  expect(found.memory).toBeGreaterThanOrEqual(0)
  expect(found.memory).toBeLessThan(2000)
  expect(found.ratio).toBeCloseTo(found.median / found.bare)
  expect(found.ratio).toBeLessThan(ratio)
})

test('work that takes memory is seen to take some', () => {
  const hungry = measured.filter(({ what }) => /report|import|start/.test(what))
  expect(hungry).toHaveLength(11)
  expect(hungry.filter(({ memory }) => memory < 10)).toEqual([])
})

test('what a requirement allows is held against what was measured', () => {
  const [memory, ratio] = [
    measured.filter(({ mostMemory }) => mostMemory !== undefined),
    measured.filter(({ mostRatio }) => mostRatio !== undefined),
  ]
  expect(memory.map(({ mostMemory }) => mostMemory)).toEqual(ofEvidence.map(() => 300))
  expect(ratio.map(({ mostRatio }) => mostRatio)).toEqual([1.2])
  const [first] = memory
  if (!first) throw new Error('not measured')
  expect(beyond([{ ...first, memory: 299 }])).toEqual([])
  expect(beyond([{ ...first, memory: 301, ratio: 3, mostRatio: 2 }])).toHaveLength(2)
})

test('the table has a line for each measure, its numbers under each other', () => {
  const lines = tableLines(measured)
  expect(lines).toHaveLength(measured.length + 1)
  const [header = '', ...rows] = lines
  const end = header.indexOf('ratio') + 'ratio'.length
  expect(rows.map((row) => row.slice(end - 2, end))).toEqual(rows.map(() => ' x'))
})

test('a quantile lies between the values', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5)
  expect(quantile([7], 0.95)).toBe(7)
})
