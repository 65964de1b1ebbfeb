import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reports } from '../../../src-main/contract/documents.ts'
import type { DossierResult } from '../../../src-main/contract/dossier.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { makeNasty } from '../documents/nasty.ts'
import { faultsOf } from '../documents/pdf-layout.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

/** An engagement in which every text holds what people paste: no document and no dossier is refused for it, and what a font lacks is said. */

let engagement: EngagementInFolder
let result: DossierResult
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
  await engagement.fill(makeNasty)
  result = await engagement.job('dossier.export', { to: engagement.at('dossier'), format: 'folder', documents: ['pdf', 'docx', 'xlsx'] })
})
afterAll(() => engagement.remove())

test('every report is in the dossier, as each kind of file', () => {
  const held = new Set(result.documents.map(({ report }) => report))
  expect(reports.filter((report) => !held.has(report))).toEqual([])
  const names = readdirSync(engagement.at('dossier'))
  for (const { number } of result.documents)
    for (const ending of ['pdf', 'docx', 'xlsx'])
      expect(names.filter((name) => name.startsWith(`${number} `) && name.endsWith(ending))).toHaveLength(1)
})

test('in no PDF of it a text runs over another or off the page, and no box stands for a character', async () => {
  const names = readdirSync(engagement.at('dossier')).filter((name) => name.endsWith('.pdf'))
  expect(names.length).toBeGreaterThan(reports.length)
  for (const name of names) {
    const { faults } = await faultsOf(readFileSync(join(engagement.at('dossier'), name)))
    expect(faults, name).toEqual([])
  }
})

test('what the fonts lack is said by file and place, in the answer and in the index', async () => {
  const pdf = result.limits.filter(({ file }) => file.endsWith('.pdf'))
  expect(pdf.length).toBeGreaterThan(reports.length)
  // The client is on every cover.
  for (const { file, unprinted } of pdf)
    expect(
      unprinted.map(({ character }) => character),
      file,
    ).toEqual(expect.arrayContaining([...'株式会社']))
  const { text } = await readXlsx(readFileSync(join(engagement.at('dossier'), '00 Index.xlsx')))
  expect(text).toContain('株 (U+682A)')
  expect(text).toContain(pdf[0]?.file)
})

test('one page holds all of it too, and nothing is missing there', async () => {
  const { limits } = await engagement.job('dossier.export', { to: engagement.at('dossier.html'), format: 'html' })
  expect(limits).toEqual([])
  expect(readFileSync(engagement.at('dossier.html'), 'utf8')).toContain('株式会社')
})

test('the names that are suggested are kept by every system, with all of their letters', async () => {
  await engagement.call('engagement.update', { client: 'हिन्दी बीमा कंपनी 株式会社東京海上日動 '.repeat(9).trim() })
  const { path } = await engagement.call('dossier.suggest', { format: 'zip' })
  expect(Buffer.byteLength(path.split('/').at(-1) ?? '')).toBeLessThan(200)
  const [{ suggestedName } = { suggestedName: '' }] = await engagement.call('documents.list', {})
  expect(suggestedName).toMatch(/^हिन्दी बीमा कंपनी/)
  const to = engagement.at(`${suggestedName}.pdf`)
  expect(await engagement.job('documents.export', { report: 'scope', to })).toMatchObject({ path: to })
})
