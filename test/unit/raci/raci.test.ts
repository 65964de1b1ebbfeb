import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkRaciGuide } from '../../../src-main/catalog/check-raci-guide.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { loadRaciGuide } from '../../../src-main/catalog/raci-guide.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const role = async (title: string, fields = {}) =>
  (await engagement.call('registers.add', { register: 'roles', fields: { title, ...fields } })).id
const matrix = () => engagement.call('raci.matrix', {})
const titles = async () => (await matrix()).activities.map(({ title }) => title)
const add = (...names: string[]) => engagement.call('raci.add', { activities: names.map((title) => ({ title })) })

it('the activities to start from are whole, and the check finds a requirement that does not exist and a text said twice', () => {
  const guide = loadRaciGuide()
  expect(checkRaciGuide(guide, loadCatalog())).toEqual([])
  expect(guide.length).toBeGreaterThanOrEqual(20)
  const [first] = guide
  if (!first) throw new Error('empty')
  expect(checkRaciGuide([{ ...first, requirement: '99-1' }], loadCatalog())[0]).toContain('99-1')
  expect(checkRaciGuide([first, first], loadCatalog())).toContain(`said twice: ${first.title}`)
})

it('an activity wants exactly one accountable role and somebody who does it', async () => {
  const [board, owner] = [await role('Board'), await role('System owner')]
  const { ids } = await add('Release a system')
  const activityId = ids[0] ?? ''
  const issues = async () => (await matrix()).activities[0]?.issues
  expect(await issues()).toEqual(['no-accountable', 'no-responsible'])
  await engagement.call('raci.assign', { activityId, roleId: board, letter: 'A' })
  expect(await issues()).toEqual(['no-responsible'])
  await engagement.call('raci.assign', { activityId, roleId: owner, letter: 'AR' })
  expect(await issues()).toEqual(['several-accountable'])
  await engagement.call('raci.assign', { activityId, roleId: board, letter: 'C' })
  expect(await issues()).toEqual([])
  await engagement.call('raci.assign', { activityId, roleId: board, letter: null })
  expect((await matrix()).activities[0]?.letters).toEqual({ [owner]: 'AR' })
  await engagement.undo()
  expect((await matrix()).activities[0]?.letters).toEqual({ [owner]: 'AR', [board]: 'C' })
})

it('activities are added, renamed, put in order and removed, each as one change that is undone', async () => {
  const { ids } = await add('One', 'Two', 'Three')
  await engagement.call('raci.move', { id: ids[2] ?? '', by: -1 })
  expect(await titles()).toEqual(['One', 'Three', 'Two'])
  await engagement.call('raci.move', { id: ids[0] ?? '', by: -1 })
  expect(await titles()).toEqual(['One', 'Three', 'Two'])
  await engagement.call('raci.rename', { id: ids[0] ?? '', title: ' First ' })
  const changes = await engagement.changes()
  await engagement.call('raci.remove', { id: ids[1] ?? '' })
  expect(await titles()).toEqual(['First', 'Three'])
  expect(await engagement.changes()).toBe(changes + 1)
  await engagement.undo()
  expect(await titles()).toEqual(['First', 'Three', 'Two'])
})

it('the library offers what the matrix does not have yet', async () => {
  const library = await engagement.call('raci.library', {})
  const [first] = library
  await engagement.call('raci.add', { activities: [{ title: first?.title ?? '', requirement: first?.requirement ?? null }] })
  expect(await engagement.call('raci.library', {})).toEqual(library.slice(1))
})

it('a role that ended is no column, and its letters count no more; one that is removed takes them with it', async () => {
  const [board, owner] = [await role('Board'), await role('System owner')]
  const { ids } = await add('Release a system')
  await engagement.call('raci.assign', { activityId: ids[0] ?? '', roleId: board, letter: 'A' })
  await engagement.call('raci.assign', { activityId: ids[0] ?? '', roleId: owner, letter: 'R' })
  await engagement.call('registers.update', { register: 'roles', id: board, fields: { state: 'ended' } })
  expect(await matrix()).toMatchObject({ roles: [{ title: 'System owner' }], activities: [{ issues: ['no-accountable'] }] })
  await engagement.call('registers.remove', { register: 'roles', ids: [owner] })
  expect((await matrix()).activities[0]?.letters).toEqual({})
})

it('refuses a letter that is none, an activity that is not there, and a name of spaces', async () => {
  const roleId = await role('Board')
  const { ids } = await add('One')
  expect((await engagement.refusal('raci.assign', { activityId: ids[0], roleId, letter: 'X' })).code).toBe('invalid-input')
  expect((await engagement.refusal('raci.assign', { activityId: roleId, roleId, letter: 'A' })).code).toBe('not-found')
  expect((await engagement.refusal('raci.add', { activities: [{ title: '  ' }] })).code).toBe('invalid-input')
})
