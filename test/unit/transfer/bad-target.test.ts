import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ProcedureName } from '../../../src-main/contract/index.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { removeDisk, smallDisk } from '../small-disk.ts'

/** What leaves the program as a file: a place that it cannot be written to is said in a sentence, and nothing stays behind there. */

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  const large = engagement.put('large.bin', randomBytes(3 * 1024 * 1024))
  await engagement.job('evidence.attach', { paths: [large], target: null })
})
afterEach(() => engagement.remove())

const outputs: [ProcedureName, string, object][] = [
  ['transfer.pack', 'a.aimspack', {}],
  ['engagement.duplicate', 'b.aims', {}],
  ['documents.export', 'soa.pdf', { report: 'soa' }],
  ['evidence.saveAs', 'large.bin', {}],
]

/** Where each procedure is told to write to. */
async function inputFor(procedure: ProcedureName, to: string, rest: object): Promise<object> {
  if (procedure === 'engagement.duplicate') return { path: to, ...rest }
  if (procedure !== 'evidence.saveAs') return { to, ...rest }
  const [entry] = await engagement.call('evidence.list', {})
  return { to, id: entry?.id }
}

it.for(outputs)('%s on a full disk', async ([procedure, name, rest], { skip }) => {
  const disk = engagement.at('disk')
  if (!smallDisk(disk, procedure === 'documents.export' ? 0.05 : 1)) skip('no small disk can be mounted by this account')
  try {
    const refused = await engagement.refusal(procedure, await inputFor(procedure, join(disk, name), rest))
    expect(refused).toMatchObject({ code: 'disk-full', sentence: expect.stringContaining('The disk is full.') })
    expect(readdirSync(disk)).toEqual([])
  } finally {
    removeDisk(disk)
  }
})

it.each([...outputs, ['engagement.create', 'c.aims', { client: 'X' }] as (typeof outputs)[number]])(
  '%s to a name of 300 characters',
  async (procedure, name, rest) => {
    const before = readdirSync(engagement.at('.'))
    const to = engagement.at(`${'n'.repeat(300)}${name}`)
    const input = procedure === 'engagement.create' ? { path: to, ...rest } : await inputFor(procedure, to, rest)
    expect((await engagement.refusal(procedure, input)).code).toBe('name-too-long')
    expect(readdirSync(engagement.at('.'))).toEqual(before)
  },
)
