import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Application } from '../../../src-main/application/application.ts'
import { procedures } from '../../../src-main/contract/index.ts'
import { registerIds } from '../../../src-main/contract/registers/index.ts'
import { proceduresCommand } from '../../../src-main/hosts/cli/commands/call.ts'
import { Session } from '../../../src-main/hosts/cli/session.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { isName } from './names.ts'
import { type ObjectPlace, placesOf } from './places.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

const refused = async (name: string, input: unknown) => (await engagement.refusal(isName(name), input)).sentence

/** Every object of every input, found in the JSON schema that a script is shown, so that nothing here trusts the door's own walk. */
const objects = [...procedures].flatMap(([name, { input }]) =>
  placesOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).map((place) => ({ name, ...place })),
)

describe('unknown keys', () => {
  test('the contract has as many objects as it looks', () => {
    expect(procedures.size).toBeGreaterThan(150)
    expect(new Set(objects.map(({ name }) => name)).size).toBe(procedures.size)
    expect(objects.filter(({ path }) => path.length > 0).length).toBeGreaterThan(40)
  })

  test.each(objects.map((place): [string, ObjectPlace & { name: string }] => [`${place.name} ${place.path.join('.')}`, place]))(
    'are refused in %s',
    async (_what, { name, around, path }) => {
      const sentence = await refused(name, around({ qqq_unknown: 'x' }))
      expect(sentence).toContain([...path, 'qqq_unknown'].join('.'))
      expect(sentence).toMatch(/^That input cannot be used: .*not a known key.* Nothing was changed\.$/)
    },
  )

  test.each(
    objects
      .filter(({ keys }) => keys.some((key) => key.length > 3))
      .map((place): [string, (typeof objects)[number]] => [`${place.name} ${place.path.join('.')}`, place]),
  )('that were mistyped are told what was meant in %s', async (_what, { name, around, path, keys }) => {
    for (const key of keys.filter((each) => each.length > 3)) {
      // A letter left out; where that is another key of the object, nothing was mistyped.
      const mistyped = key.slice(0, 2) + key.slice(3)
      if (keys.includes(mistyped)) continue
      expect(await refused(name, around({ [mistyped]: 'x' }))).toMatch(
        new RegExp(`${[...path, mistyped].join('\\.')} is not a known key \\(did you mean \\w+\\?\\)`),
      )
    }
  })

  test.each(registerIds)('are refused in the fields of the register %s', async (register) => {
    expect(await refused('registers.add', { register, fields: { title: 'A', ownr: 'x' } })).toContain(
      'fields.ownr is not a known key (did you mean owner?)',
    )
    const id = '01900000-0000-7000-8000-000000000000'
    for (const rest of [{ id }, { ids: [id] }]) {
      const name = 'id' in rest ? 'registers.update' : 'registers.updateMany'
      expect(await refused(name, { register, ...rest, fields: { qqq: 'x' } })).toContain('fields.qqq is not a known key')
    }
  })

  test('of the call itself are refused too', async () => {
    const application = new Application({ host: 'cli', places: { state: engagement.at('state'), documents: engagement.at('documents') } })
    const call = application.call({ procedure: 'engagement.recent', handel: '1', input: {} })
    await expect(call).rejects.toMatchObject({ code: 'invalid-input' })
    await application.close()
  })

  test('two of them, and one that is like a key of every object', async () => {
    const sentence = await refused('inventory.add', { name: 'Z', ownr: 'x', __proto__: null, constructor: 1, purpos: '' })
    expect(sentence).toContain('ownr is not a known key (did you mean owner?)')
    expect(sentence).toContain('purpos is not a known key (did you mean purpose?)')
    expect(sentence).toContain('constructor is not a known key')
    expect(await refused('inventory.add', JSON.parse('{"name":"Z","__proto__":{"owner":"x"}}'))).toContain('__proto__ is not a known key')
  })

  test('nothing was written by any of these', async () => {
    expect(await engagement.call('inventory.systems', {})).toEqual([])
    expect((await engagement.call('engagement.info', {})).changes).toBe(1)
  })

  test('the description of an input says that there are no others', async () => {
    const { output } = await proceduresCommand.run(new Session({ call: async () => undefined }), {
      operand: () => 'registers.link',
      option: () => undefined,
      options: () => [],
      isOn: () => false,
    })
    expect(output).toMatchObject({ input: { additionalProperties: false, properties: { target: { additionalProperties: false } } } })
  })
})
