import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src-main/contract/impact.ts'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { complete, startedAssessment } from './started-assessment.ts'

let engagement: EngagementInFolder
const assessments = new Map<string, Assessment>()
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
  for (const { id, systemName } of await engagement.call('impact.list', {}))
    assessments.set(systemName, await engagement.call('impact.get', { assessmentId: id }))
})
afterAll(() => engagement.remove())

const ofSystem = (name: string) => {
  const found = assessments.get(name)
  if (!found) throw new Error(`the sample has no assessment of ${name}`)
  return found
}
const pricing = () => ofSystem('Life and health pricing model')

describe('the sample', () => {
  it('has one assessment approved and changed since, one in work, and one that the triage found not needed', async () => {
    // The clock of the tests is long after the day of its review; nothing else is missing.
    expect(pricing()).toMatchObject({ latestVersion: 1, changedSince: true, missing: [{ field: 'reviewDate' }] })
    expect(ofSystem('Applicant screening')).toMatchObject({ triage: 'full', latestVersion: null })
    expect(ofSystem('Applicant screening').missing.length).toBeGreaterThan(3)
    expect(ofSystem('Customer assistant')).toMatchObject({ triage: 'not-needed', missing: [] })
    const { changed, added, removed } = await engagement.call('impact.difference', { assessmentId: pricing().id, from: 1, to: 0 })
    expect([added, removed]).toEqual([[], []])
    expect(changed).toMatchObject([{ fields: [{ field: 'status', old: 'under-way', new: 'done' }] }])
  })
})

const flat = (text: string) => text.replace(/[\s\u00ad\u2010-]+/g, '')
const bytesOf = (path: string) => new Uint8Array(readFileSync(path))
const readers = { docx: readDocx, pdf: readPdf, xlsx: readXlsx }

describe.each(['docx', 'pdf', 'xlsx'] as const)('as %s', (format) => {
  const exported = async (report: 'impact' | 'rights', options: object) => {
    const to = engagement.at(`${report}-${Object.values(options).join('-')}.${format}`)
    const result = await engagement.job('documents.export', { report, to, options: { withNotes: true, ...options }, overwrite: true })
    const { text, rows } = await readers[format](bytesOf(to))
    return { result, all: flat([text, ...(rows ?? []).flat()].join(' ')) }
  }

  it('the impact assessment holds every harm, benefit, failure mode and measure, and its texts', async () => {
    const { impacts, failureModes, measures, conclusion, scope, decisionReason } = pricing()
    const { result, all } = await exported('impact', { assessmentId: pricing().id })
    const texts = [...impacts, ...failureModes, ...measures].map(({ description }) => description)
    expect(texts).toHaveLength(26)
    expect(texts.filter((text) => !all.includes(flat(text)))).toEqual([])
    for (const text of [conclusion, scope, decisionReason, 'Very high 20', 'Moderate 8', 'Draft after version 1'])
      expect(all).toContain(flat(text))
    expect(result.rows).toBeGreaterThanOrEqual(texts.length)
  })

  it('the fundamental rights assessment holds the parts (a) to (f) and the notification, harms and measures', async () => {
    const { impacts, measures, processes, period, affectedGroups, oversight, complaints, notification } = pricing()
    const { all } = await exported('rights', { assessmentId: pricing().id })
    const harms = impacts.filter(({ kind }) => kind === 'harm')
    const texts = [
      processes,
      period,
      affectedGroups,
      oversight,
      complaints,
      notification,
      ...[...harms, ...measures].map(({ description }) => description),
    ]
    expect(texts.filter((text) => !all.includes(flat(text)))).toEqual([])
    for (const part of ['(a)', '(b)', '(c)', '(d)', '(e)', '(f)', 'Notification of the authority']) expect(all).toContain(flat(part))
  })

  it('an approved version is printed as it was', async () => {
    const { all } = await exported('impact', { assessmentId: pricing().id, assessmentVersion: 1 })
    expect(all).toContain('Approved')
    expect(all).not.toContain(flat('Changes since version'))
    expect(all).not.toContain(flat('Draft after version'))
  })

  it('an assessment that the triage found not needed is printed with its reason', async () => {
    const { triageReason, id } = ofSystem('Customer assistant')
    const { all } = await exported('impact', { assessmentId: id })
    expect(all).toContain(flat(triageReason))
  })
})

it('without an assessment the reports say so, and a version or assessment that is not there is refused', async () => {
  const empty = await EngagementInFolder.create()
  try {
    const states = await empty.call('documents.list', {})
    expect(states.filter(({ report }) => report === 'impact' || report === 'rights')).toMatchObject([
      { ready: false, state: expect.stringContaining('No assessment yet') },
      { ready: false, state: expect.stringContaining('No assessment yet') },
    ])
    const to = empty.at('none.docx')
    await empty.job('documents.export', { report: 'impact', to })
    expect(readDocx(bytesOf(to)).text).toContain('There is no impact assessment yet')
  } finally {
    await empty.remove()
  }
  const to = engagement.at('x.docx')
  const wrong = { assessmentId: pricing().id, assessmentVersion: 9 }
  expect((await engagement.refusal('documents.export', { report: 'impact', to, options: wrong })).code).toBe('not-found')
  const gone = { assessmentId: '01900000-0000-7000-8000-000000000000' }
  expect((await engagement.refusal('documents.export', { report: 'rights', to, options: gone })).code).toBe('not-found')
})

it('one harm and one benefit are said as one', async () => {
  const small = await EngagementInFolder.create()
  try {
    const { id } = await startedAssessment(small)
    await complete(small, id)
    const to = small.at('small.docx')
    await small.job('documents.export', { report: 'impact', to })
    const { text } = readDocx(bytesOf(to))
    expect(text).toContain('It names 1 harm and 1 benefit.')
    expect(text).not.toMatch(/\b1\s+(benefits|harms|measures)\b/)
  } finally {
    await small.remove()
  }
})
