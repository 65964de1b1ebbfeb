import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordRows } from '../../../src-main/documents/walk.ts'
import { EngagementFile } from '../../../src-main/engagement/file.ts'
import { systemsReport } from '../../../src-main/inventory/report.ts'
import type { DocumentModel, Table } from '../../../src-main/report/model.ts'
import { EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const complete = { purpose: 'Sorts', owner: 'Head of Claims', role: 'provider', lifeCycleStage: 'operation' } as const

/** The report of the file as it is on the disk. */
async function report() {
  await engagement.call('engagement.close', {})
  const file = EngagementFile.open(engagement.at('a.aims'), () => 'Consultant')
  try {
    const options = { withNotes: true }
    return { head: systemsReport.head(file, options, today), sections: systemsReport.sections(file, options, today) }
  } finally {
    file.close()
  }
}

const blocksOf = (sections: DocumentModel['sections']) => sections.flatMap(({ blocks }) => blocks)
const tableOf = (sections: DocumentModel['sections']) => blocksOf(sections).find((block): block is Table => block.kind === 'table')

it('says that an empty register is empty', async () => {
  const { head, sections } = await report()
  expect(head).toMatchObject({ report: 'systems', status: 'Empty', isReady: false, date: today })
  expect(tableOf(sections)?.rows).toEqual([])
})

it('groups the systems by business unit, counts what is open, and has every field of each', async () => {
  const chat = await engagement.call('inventory.add', {
    name: 'Chat',
    department: 'Sales',
    ...complete,
    dataCategories: ['personal'],
    notes: 'Ours',
  })
  await engagement.call('inventory.add', { name: 'Scan', department: 'Claims' })
  await engagement.call('inventory.add', { name: 'Sort', ...complete, lifeCycleStage: 'idea' })
  const { head, sections } = await report()
  expect(head).toMatchObject({ status: 'Draft, 1 entry incomplete', isReady: false })
  const table = tableOf(sections)
  expect(table?.rows.map((row) => (row.group ? row.title : row.cells[1]?.text))).toEqual([
    'Claims  (1)',
    'Scan',
    'Sales  (1)',
    'Chat',
    'No business unit  (1)',
    'Sort',
  ])
  const details = blocksOf(sections).filter((block) => block.kind === 'details')
  expect(details.find(({ id }) => id === chat.id)).toMatchObject({ title: 'Chat', state: 'Not classified' })
  expect(details.find(({ id }) => id === chat.id)?.items).toEqual(
    expect.arrayContaining([
      { label: 'Notes', text: 'Ours' },
      { label: 'Data', text: 'Personal data' },
      { label: 'Not recorded', text: expect.stringContaining('Supplier') },
    ]),
  )
  expect(
    blocksOf(sections)
      .find((block) => block.kind === 'bars')
      ?.bars.map(({ label, values }) => [label, values]),
  ).toEqual([
    ['Idea', [0, 0, 0, 0, 1]],
    ['Operation', [0, 0, 0, 0, 1]],
    ['No stage yet', [0, 0, 0, 0, 1]],
  ])
})

it('is a draft where a system has no class yet', async () => {
  await engagement.call('inventory.add', { name: 'Chat', ...complete })
  expect((await report()).head).toMatchObject({ status: 'Draft, 1 system not classified', isReady: false })
})

it('is complete where every entry tells what it must, and has its class', async () => {
  const { id } = await engagement.call('inventory.add', { name: 'Chat', ...complete })
  await engagement.call('classification.answer', { systemId: id, question: 'inference', value: ['rules'] })
  expect((await report()).head).toMatchObject({ status: 'Complete', isReady: true })
})

it('has the table alone for many systems, and says so', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `System ${index},${'Sorts cases. '.repeat(40)}`)
  await engagement.job('inventory.import', { path: engagement.put('list.csv', `Name,Purpose\n${lines.join('\n')}\n`) })
  const { sections } = await report()
  const table = tableOf(sections)
  expect(table && recordRows(table).length).toBe(200)
  expect(blocksOf(sections).some(({ kind }) => kind === 'details')).toBe(false)
  expect(JSON.stringify(sections.at(-1))).toContain('200 systems')
})

it.each(['docx', 'pdf', 'xlsx'])('is written as %s and opened again', async (format) => {
  for (const name of ['=Chat', 'Scan', 'Sort']) await engagement.call('inventory.add', { name, ...complete, notes: 'a\nb' })
  expect(await engagement.job('documents.export', { report: 'systems', to: engagement.at(`register.${format}`) })).toMatchObject({
    rows: 3,
  })
})
