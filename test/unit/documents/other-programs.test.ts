import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Workplace } from '../hosts/processes.ts'

/** The documents of the sample, opened by programs that had no part in writing them, and compared with what the engagement holds. */

const workplace = new Workplace()
const reports = ['soa', 'gap'] as const
type Report = (typeof reports)[number]

const decisionWords = { applicable: 'Applicable', excluded: 'Excluded', undecided: 'Undecided' }
const conformityWords = {
  'not-assessed': 'Not assessed',
  conforms: 'Conforms',
  partly: 'Partly conforms',
  'does-not-conform': 'Does not conform',
  'not-applicable': 'Not applicable',
}
const decisions = z.array(z.object({ code: z.string(), applicability: z.enum(['applicable', 'excluded', 'undecided']) }))
const judgements = z.array(
  z.object({
    itemId: z.string(),
    conformity: z.enum(['not-assessed', 'conforms', 'partly', 'does-not-conform', 'not-applicable']),
    notes: z.string(),
    finding: z.string(),
  }),
)
/** What a row of each report has to hold: the identifier, the decision or judgement, and what was written. */
const wanted: Record<Report, string[][]> = { soa: [], gap: [] }

async function call(procedure: string, input: unknown): Promise<unknown> {
  const { code, stdout, stderr } = await workplace.fieldbook(['call', 'acme.aims', procedure, JSON.stringify(input)])
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

const output = (command: string, ...words: string[]) =>
  execFileSync(command, words, {
    cwd: workplace.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })

/** Converts with LibreOffice, which keeps its settings in the folder of the test. */
function office(filter: string, name: string): void {
  const profile = pathToFileURL(workplace.path('office')).href
  output(
    'soffice',
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    workplace.path('office-out'),
    name,
  )
}

const converted = (name: string) => readFileSync(workplace.path(`office-out/${name}`), 'utf8')
const folded = (text: string) => text.replace(/\s+/g, '')
const pagesOf = (pdf: string) => output('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1)

beforeAll(async () => {
  await workplace.fieldbook(['new', 'acme.aims', '--client', 'Müller & Söhne <AG>', '--sample'])
  for (const report of reports)
    for (const format of ['docx', 'pdf', 'xlsx']) {
      const { code, stderr } = await workplace.fieldbook(['export', 'acme.aims', report, '--to', `${report}.${format}`])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    }
  wanted.soa = decisions.parse(await call('soa.decisions', {})).map((row) => [row.code, decisionWords[row.applicability]])
  const [round] = z.array(z.object({ id: z.string() })).parse(await call('gap.rounds', {}))
  wanted.gap = judgements
    .parse(await call('gap.judgements', { roundId: round?.id }))
    .map((row) => [row.itemId, conformityWords[row.conformity], row.notes, row.finding])
  expect([wanted.soa.length, wanted.gap.length]).toEqual([39, 152])
})

afterAll(() => workplace.remove())

test.each(reports)('LibreOffice opens the DOCX of %s, and every row is in it', (report) => {
  office('html:HTML (StarWriter)', `${report}.docx`)
  const rows = [...converted(`${report}.html`).matchAll(/<tr[\s\S]*?<\/tr>/gi)].map(([row]) => folded(plain(row.replace(/<[^>]*>/g, ' '))))
  expect(missing(report, rows)).toEqual([])
  expect(plain(converted(`${report}.html`))).toContain('Müller & Söhne <AG>')
})

test.each(reports)('LibreOffice opens the XLSX of %s, and every row is in it', (report) => {
  // -1: every sheet as a file of its own.
  office('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', `${report}.xlsx`)
  const sheets = output('ls', workplace.path('office-out'))
    .split('\n')
    .filter((name) => name.startsWith(`${report}-`) && name.endsWith('.csv'))
  const rows = sheets
    .flatMap((name) => converted(name).split(/\n(?=[^"]*(?:"[^"]*"[^"]*)*$)/))
    .map((row) => folded(row.replaceAll('"', '')))
  expect(missing(report, rows)).toEqual([])
})

test('the workbook of the SoA can be printed: rows as high as their text, sheets as wide as a page, the first row on each', () => {
  office('pdf:calc_pdf_Export', 'soa.xlsx')
  const pages = pagesOf('office-out/soa.pdf')
  const ofTable = pages.filter((page) => lines(page).some((line) => /^A\.\d+\.\d+ /.test(line)))
  expect(ofTable.length).toBeGreaterThan(2)
  expect(ofTable.filter((page) => !/^Control +Title .*(Next review|Valid until|AI systems)$/.test(lines(page)[0] ?? ''))).toEqual([])
  // A paragraph that spans columns is not cut after its first line.
  expect(folded(pages.join(' '))).toContain(
    folded('adds the controls that the organization needs beyond it. It says of each control whether it applies'),
  )
})

test.each(reports)('pdftotext finds every word of %s in the PDF, a contents page that is right, and a number on each page', (report) => {
  const pages = pagesOf(`${report}.pdf`)
  const raw = folded(output('pdftotext', '-raw', `${report}.pdf`, '-'))
  expect(wanted[report].flat().filter((piece) => !raw.includes(folded(piece)))).toEqual([])
  const numbers = pages.slice(1).map((page) =>
    page
      .match(/Page (\d+) of (\d+)/)
      ?.slice(1)
      .map(Number),
  )
  expect(numbers).toEqual(pages.slice(1).map((_, index) => [index + 2, pages.length]))
  const contents = [...((pages[1] ?? '').split('Contents')[1]?.matchAll(/^ *(\S.*?) {2,}(\d+)$/gm) ?? [])]
  expect(contents.length).toBeGreaterThan(5)
  for (const [, title = '', number] of contents) expect(lines(pages[Number(number) - 1])).toContain(title)
})

test.each(reports)('no heading and no name of a group stands alone at the foot of a page of %s', (report) => {
  const [, contents = '', ...pages] = pagesOf(`${report}.pdf`)
  const headings = [...contents.matchAll(/^ *(\S.*?) {2,}\d+$/gm)].map(([, title]) => title)
  // The last line is the foot of the page, the one before it the last of the text.
  const last = pages.map((page) => lines(page).at(-2) ?? '')
  expect(last.filter((line) => headings.includes(line) || /^(A\.)?\d+(\.\d+)* {1,3}[A-Z]\S*( \S+)*$/.test(line))).toEqual([])
})

const lines = (page = '') =>
  page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const plain = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&')

/** Rows that are nowhere with all that they have to hold. */
const missing = (report: Report, rows: string[]) =>
  wanted[report].filter(
    ([id = '', ...rest]) =>
      !rows.some((row) => row.startsWith(folded(id)) && rest.every((piece) => row.includes(folded(piece.replaceAll('"', ''))))),
  )
