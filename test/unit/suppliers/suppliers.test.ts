import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkSupplierGuide } from '../../../src-main/catalog/check-supplier-guide.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { loadSupplierGuide } from '../../../src-main/catalog/supplier-guide.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { dayFromToday, EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
})
afterAll(() => engagement.remove())

type Fields = Record<string, string | string[]>

async function supplier(fields: Fields, systems: string[] = []) {
  const links = systems.map((id) => ({ kind: 'system' as const, id }))
  return (await engagement.call('registers.add', { register: 'suppliers', fields, links })).id
}
const missing = async (id: string) => {
  const { clauses } = await engagement.call('suppliers.get', { id })
  return clauses.filter(({ isNeeded, isSettled }) => isNeeded && !isSettled).map((clause) => clause.id)
}

it('the content is whole, and its check finds what is missing', () => {
  const guide = loadSupplierGuide()
  expect(checkSupplierGuide(guide, loadCatalog())).toEqual([])
  expect(guide.questions.length).toBeGreaterThanOrEqual(15)
  const broken = { ...guide, clauses: guide.clauses.filter(({ id }) => id !== 'exit') }
  expect(checkSupplierGuide(broken, loadCatalog())).toEqual(['exit: nothing says when it is needed'])
})

it('the more critical a supplier, the more clauses are called for', async () => {
  expect(await missing(await supplier({ title: 'Open' }))).toEqual([])
  expect(await missing(await supplier({ title: 'Low', criticality: 'low' }))).toEqual(['responsibilities', 'security', 'data-use'])
  const critical = await supplier({ title: 'Critical', criticality: 'critical', contractClauses: ['exit', 'audit'] })
  expect(await missing(critical)).toHaveLength(10)
})

it('a supplier of a high-risk system that the organization provides owes cooperation whatever its criticality', async () => {
  const systems = await engagement.systems()
  const idOf = (reference: string) => systems.find((system) => system.reference === reference)?.id ?? ''
  expect(await missing(await supplier({ title: 'Part', criticality: 'low' }, [idOf('AI-03')]))).toContain('ai-act-cooperation')
  expect(await missing(await supplier({ title: 'Deployed', criticality: 'low' }, [idOf('AI-05')]))).not.toContain('ai-act-cooperation')
})

it('questions follow the kind, and an answer is kept, changed and undone', async () => {
  const id = await supplier({ title: 'Data', kind: 'data' })
  const { questions } = await engagement.call('suppliers.get', { id })
  expect(questions.map((question) => question.id)).toContain('provenance')
  expect(questions.map((question) => question.id)).not.toContain('model-documentation')
  await engagement.call('suppliers.answer', { id, question: 'provenance', fields: { answer: 'yes' } })
  await engagement.call('suppliers.answer', { id, question: 'provenance', fields: { note: 'Licence seen' } })
  const answered = async () => (await engagement.call('suppliers.get', { id })).questions.find((each) => each.id === 'provenance')?.fields
  expect(await answered()).toEqual({ answer: 'yes', note: 'Licence seen' })
  await engagement.undo()
  expect(await answered()).toEqual({ answer: 'yes', note: '' })
  expect((await engagement.refusal('suppliers.answer', { id, question: 'none', fields: {} })).code).toBe('not-found')
  await engagement.call('registers.remove', { register: 'suppliers', ids: [id] })
})

it('an ended contract, a late review and use without due diligence are said; of a supplier that has ended nothing is', async () => {
  const late = { contractUntil: dayFromToday(-1), reviewDate: dayFromToday(-1), criticality: 'low' }
  const id = await supplier({ title: 'Late', state: 'active', ...late })
  const { points } = await engagement.call('suppliers.get', { id })
  expect(points.map((point) => point.split(' ').slice(0, 2).join(' '))).toEqual(['The contract', 'The review', '3 contract', 'In use'])
  expect((await engagement.call('suppliers.get', { id: await supplier({ title: 'Ended', state: 'ended', ...late }) })).points).toEqual([])
})

it('suppliers that the inventory names are added linked with their systems, in one change', async () => {
  const fresh = await EngagementInFolder.create()
  for (const [name, by] of [
    ['Chat', 'Cloud vendor'],
    ['Search', 'cloud vendor '],
    ['Own', ''],
  ] as const) {
    await fresh.call('inventory.add', { name, supplier: by })
  }
  const named = await fresh.call('suppliers.named', {})
  expect(named.map(({ name, systems }) => [name, systems.length])).toEqual([['Cloud vendor', 2]])
  await fresh.call('suppliers.addNamed', { names: ['Cloud vendor'] })
  expect(await fresh.call('suppliers.named', {})).toEqual([])
  const [entry] = await fresh.call('registers.list', { register: 'suppliers' })
  expect(entry).toMatchObject({ links: 2, fields: { title: 'Cloud vendor', state: 'active' } })
  await fresh.undo()
  expect(await fresh.call('suppliers.named', {})).toHaveLength(1)
  expect((await fresh.refusal('suppliers.addNamed', { names: ['Nobody'] })).code).toBe('not-found')
  await fresh.remove()
})

it('the report names open points, clauses and answers', async () => {
  const to = engagement.at('suppliers.xlsx')
  const id = await supplier({ title: 'Printed', kind: 'model', criticality: 'high', state: 'active' })
  await engagement.call('suppliers.answer', { id, question: 'versions', fields: { answer: 'no', note: 'Changes in silence' } })
  await engagement.job('documents.export', { report: 'suppliers', format: 'xlsx', to, overwrite: true })
  const found = (await readXlsx(readFileSync(to))).text
  for (const piece of ['Printed', 'Changes in silence', 'Missing', 'In use without due diligence.']) expect(found).toContain(piece)
})
