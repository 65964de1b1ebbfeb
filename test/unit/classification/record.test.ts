import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
})
afterAll(() => engagement.remove())

const systems = () => engagement.call('inventory.systems', {})
const named = async (name: string) => {
  const system = (await systems()).find((each) => each.name === name)
  if (!system) throw new Error(`the sample has no ${name}`)
  return system.id
}

/** The record as a written file, read again. */
async function printed(name: string, systemIds?: string[]): Promise<string> {
  const to = engagement.at(name)
  await engagement.job('documents.export', { report: 'classification', to, ...(systemIds ? { options: { systemIds } } : {}) })
  return (await readDocx(readFileSync(to))).text
}

describe('the sample', () => {
  it('has its systems classified as an insurer would, and one left open', async () => {
    const classes = Object.fromEntries((await systems()).map(({ name, riskClass }) => [name, riskClass]))
    expect(classes).toEqual({
      'Applicant screening': 'high-risk',
      'Cancellation forecast': 'unclassified',
      'Claims triage': 'minimal',
      'Coding assistant': 'minimal',
      'Customer assistant': 'transparency',
      'Document reading': 'minimal',
      'Fraud signals': 'minimal',
      'Life and health pricing model': 'high-risk',
    })
  })

  it('has every question that matters answered where a class stands', async () => {
    for (const { id, name, riskClass } of await systems()) {
      const { outcome, proposed } = await engagement.call('classification.get', { systemId: id })
      expect(outcome.complete, name).toBe(riskClass !== 'unclassified')
      expect(outcome.riskClass, name).toBe(riskClass)
      if (riskClass === 'unclassified') expect(proposed, name).toHaveLength(1)
    }
  })
})

describe('the decision record', () => {
  it('of one system tells class, reasons with articles, duties with dates and controls, answers, and that it is no legal advice', async () => {
    const record = await printed('one.docx', [await named('Life and health pricing model')])
    for (const said of [
      'No legal advice',
      'High risk by Annex III',
      'Compliance Officer',
      'Annex III, point 5(c)',
      'Generalized linear model with boosting, fitted to twelve years of policies.',
      'Run a risk management system',
      'Art. 9',
      '2027-12-02',
      'A.6.2.4',
      'Assess the impact on fundamental rights',
    ])
      expect(record).toContain(said)
    expect(record).not.toContain('Customer assistant')
  })

  it('of all that are classified has each of them, and not the open one', async () => {
    const record = await printed('all.docx')
    for (const { name, riskClass } of await systems()) {
      if (riskClass === 'unclassified') expect(record).not.toContain(name)
      else expect(record).toContain(name)
    }
    expect(record).toContain('New prohibition: intimate material without consent, child sexual abuse material')
  })

  it('counts at each date the systems that it concerns, also where two dates of the Act fall on one day', async () => {
    const to = engagement.at('dates.xlsx')
    await engagement.job('documents.export', { report: 'classification', to })
    const sheets = await readXlsxFile(to)
    const rows = sheets.find(({ sheet }) => sheet === 'Dates of the Act')?.data ?? []
    const counted = rows.map((row) => [String(row[2]).split('.')[0], row[4]])
    expect(counted).toContainEqual(['Marking of generated content by systems that were on the market before 2026-08-02', 1])
    expect(counted).toContainEqual(['New prohibition: intimate material without consent, child sexual abuse material', 0])
  })

  it('of a system that is half answered says what is open', async () => {
    expect(await printed('open.docx', [await named('Cancellation forecast')])).toContain('7 questions are still open')
  })

  it('is under way in the list of reports until every system has a class', async () => {
    const state = async () => (await engagement.call('documents.list', {})).find(({ report }) => report === 'classification')
    expect(await state()).toMatchObject({ ready: false, state: expect.stringContaining('7 of 8 classified') })
    await engagement.call('classification.answer', {
      systemId: await named('Cancellation forecast'),
      question: 'inference',
      value: ['rules'],
    })
    expect(await state()).toMatchObject({ ready: true, state: expect.stringContaining('Complete') })
    await engagement.undo()
  })

  it('is refused for a system that has no answers or is not there', async () => {
    const { id } = await engagement.call('inventory.add', { name: 'New' })
    for (const systemId of [id, '01900000-0000-7000-8000-000000000000']) {
      const input = { report: 'classification', to: engagement.at('none.docx'), options: { systemIds: [systemId] } }
      expect((await engagement.refusal('documents.export', input)).code).toBe('not-found')
    }
    await engagement.undo()
  })
})

it('of many systems stands in a few tables, with a row for the name of each', async () => {
  const many = await EngagementInFolder.create()
  try {
    for (let index = 1; index <= 13; index += 1) {
      const { id: systemId } = await many.call('inventory.add', { name: `System ${index}` })
      await many.call('classification.answer', { systemId, question: 'inference', value: ['rules'], reason: `Rule book ${index}` })
    }
    const to = many.at('many.xlsx')
    const { rows } = await many.job('documents.export', { report: 'classification', to })
    const sheets = await readXlsxFile(readFileSync(to))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Cover', 'Summary', 'Overview', 'Dates of the Act', 'Duties', 'Answers'])
    expect(rows).toBe(13 + 10 + 13)
  } finally {
    await many.remove()
  }
})

it('an engagement without any classification has a record that says so', async () => {
  const empty = await EngagementInFolder.create()
  try {
    const to = empty.at('empty.docx')
    await empty.job('documents.export', { report: 'classification', to })
    expect((await readDocx(readFileSync(to))).text).toContain('No AI system is classified yet.')
  } finally {
    await empty.remove()
  }
})
