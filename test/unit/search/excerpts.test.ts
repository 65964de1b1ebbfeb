import { afterEach, beforeEach, expect, it } from 'vitest'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const purpose =
  'Supports the planning of routes and the development of tariffs until the end of December 2027, for every branch of the company and all of its customers.'

const excerptFor = async (words: string) =>
  (await engagement.call('search.find', { words })).find(({ kind }) => kind === 'system')?.excerpt ?? ''

it.each(['december', 'tariffs', 'supports', 'customers', 'branch of the company'])(
  'an excerpt around “%s” holds it, and cuts no word',
  async (words) => {
    await engagement.call('inventory.add', { name: 'Router', purpose })
    const excerpt = await excerptFor(words)
    expect(excerpt.toLowerCase()).toContain(words)
    const inner = excerpt.replace(/^…|…$/g, '')
    expect(inner.split(' ').filter((word) => !purpose.split(' ').includes(word))).toEqual([])
    expect(excerpt.startsWith('…')).toBe(!purpose.startsWith(inner))
    expect(excerpt.endsWith('…')).toBe(!purpose.endsWith(inner))
  },
)

it('a text without spaces is cut all the same', async () => {
  await engagement.call('inventory.add', { name: 'Router', purpose: `${'x'.repeat(200)}needle${'y'.repeat(200)}` })
  expect(await excerptFor('needle')).toMatch(/^…x+needley+…$/)
})
