import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadStatementGuide } from '../../../src-main/catalog/statement-guide.ts'
import type { Report, ReportOptions } from '../../../src-main/contract/documents.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { dayFromToday, EngagementInFolder } from '../engagement-in-folder.ts'
import { complete, startedAssessment } from '../impact/started-assessment.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const approval = { approver: 'Managing Director', approvedOn: '2026-12-01' }

/** What stands on every page of the exported document. */
async function printed(report: Report, options: Partial<ReportOptions> = {}): Promise<string> {
  const to = engagement.at(`${report}.pdf`)
  await engagement.job('documents.export', { report, to, overwrite: true, options })
  return JSON.stringify(await readPdf(readFileSync(to)))
}
const states = async (report: Report) => (await engagement.call('documents.list', {})).find((row) => row.report === report)
const usual = async (report: Report) => (await engagement.call('documents.usualVersion', { report })).number

async function approveSoa(): Promise<void> {
  const codes = (await engagement.call('soa.decisions', {})).map(({ code }) => code)
  await engagement.call('soa.decideMany', { codes, fields: { applicability: 'applicable' } })
  await engagement.call('soa.approve', approval)
}

async function approveImpact(): Promise<string> {
  const { id } = await startedAssessment(engagement)
  await complete(engagement, id)
  await engagement.call('impact.approve', { assessmentId: id, ...approval })
  return id
}

async function approvePolicy(): Promise<void> {
  const policy = loadStatementGuide().find(({ kind }) => kind === 'policy')
  for (const { id } of policy?.sections ?? [])
    await engagement.call('statements.write', { kind: 'policy', section: id, body: 'As the board decided.' })
  await engagement.call('statements.update', { kind: 'policy', fields: { owner: 'Board', reviewDate: dayFromToday(300) } })
  await engagement.call('statements.approve', { kind: 'policy', ...approval })
}

const cases: { report: Report; approve: () => Promise<unknown>; change: (made: unknown) => Promise<unknown> }[] = [
  {
    report: 'soa',
    approve: approveSoa,
    change: () => engagement.call('soa.decide', { code: 'A.2.2', fields: { evidence: 'DOC-1' } }),
  },
  {
    report: 'impact',
    approve: approveImpact,
    change: (id) => engagement.call('impact.update', { assessmentId: String(id), fields: { conclusion: 'Other' } }),
  },
  {
    report: 'policy',
    approve: approvePolicy,
    change: () =>
      engagement.call('statements.write', {
        kind: 'policy',
        section: loadStatementGuide().find(({ kind }) => kind === 'policy')?.sections[0]?.id ?? '',
        body: 'Otherwise.',
      }),
  },
]

describe.each(cases)('$report', ({ report, approve, change }) => {
  it('is printed as the approved version while nothing has changed, and as a draft after a change', async () => {
    expect(await usual(report)).toBe(0)
    const made = await approve()
    expect(await usual(report)).toBe(1)
    expect(await states(report)).toMatchObject({ ready: true, state: 'Version 1 · Approved' })
    const approved = await printed(report)
    expect(approved).toContain('Approved')
    expect(approved).not.toMatch(/Draft/)
    expect((await engagement.call('dossier.contents', {})).documents.filter((row) => row.report === report)).toMatchObject([{ version: 1 }])
    await change(made)
    expect(await usual(report)).toBe(0)
    expect(await printed(report)).toMatch(/Draft/)
    expect((await engagement.call('dossier.contents', {})).documents.filter((row) => row.report === report)).toMatchObject([
      { version: null },
      { version: 1 },
    ])
    await engagement.undo()
    expect(await usual(report)).toBe(1)
  })

  it('cannot be approved as another version while nothing has changed, and can after a change', async () => {
    const made = await approve()
    const again = async () => {
      if (report === 'soa') return engagement.refusal('soa.approve', approval)
      if (report === 'policy') return engagement.refusal('statements.approve', { kind: 'policy', ...approval })
      return engagement.refusal('impact.approve', { assessmentId: String(made), ...approval })
    }
    expect((await again()).sentence).toContain('Nothing has changed since version 1')
    await change(made)
    await expect(again()).rejects.toThrow('to be refused')
  })
})

it('the SoA as it stands can still be printed, where somebody asks for it', async () => {
  await approveSoa()
  expect(await printed('soa', { soaVersion: 0 })).toContain('Draft after version 1')
})

it('the scope is part of what was approved', async () => {
  await approveSoa()
  await engagement.call('engagement.update', { scope: 'The whole group' })
  expect(await usual('soa')).toBe(0)
})
