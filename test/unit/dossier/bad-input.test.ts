import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossierFormat } from '../../../src-main/contract/dossier.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { removeDisk, smallDisk } from '../small-disk.ts'

/** A dossier that cannot be written, or is not wanted any more: one sentence, nothing half written, and the engagement as it was. */

const formats = dossierFormat.options
const megabyte = 1024 * 1024

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
  const paths = Array.from({ length: 6 }, (_, number) => engagement.put(`evidence ${number}.bin`, randomBytes(2 * megabyte)))
  await engagement.job('evidence.attach', { paths, target: { kind: 'requirement', id: '5.2-1' } })
})
afterAll(() => engagement.remove())

const namesIn = (folder: string) => readdirSync(folder).sort()

/** Everything that an export could change: the engagement's history, and what lies beside the target. */
async function unchanged(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = { names: namesIn(folder), changes: await engagement.changes() }
  await work()
  expect({ names: namesIn(folder), changes: await engagement.changes() }).toEqual(before)
}

for (const format of formats)
  test.each([0, 0.3, 0.7])(
    `a ${format} that is stopped at %d of the work leaves nothing`,
    async (share) => {
      const to = engagement.at(`stopped.${format}`)
      await unchanged(dirname(to), async () => {
        const { state } = await engagement.stopped('dossier.export', { to, format, embedUpTo: 4 * megabyte }, share)
        expect(state).toBe('cancelled')
      })
      expect(await engagement.call('evidence.list', {})).toHaveLength(6)
    },
    60_000,
  )

test.each(formats)(
  'a dossier that is there is what it was when a new one as %s is stopped',
  async (format) => {
    const to = engagement.at(`kept.${format}`)
    await engagement.job('dossier.export', { to, format })
    const content = () => (format === 'folder' ? readFileSync(join(to, 'MANIFEST.txt'), 'utf8') : readFileSync(to).toString('latin1'))
    const before = content()
    await unchanged(dirname(to), () => engagement.stopped('dossier.export', { to, format, overwrite: true }, 0.3))
    expect(content()).toBe(before)
  },
  120_000,
)

test.for(formats)('a full disk is said in a sentence, and nothing of a %s stays on it', async (format, { skip }) => {
  const disk = engagement.at(`disk for ${format}`)
  if (!smallDisk(disk, 6)) skip('no small disk can be mounted by this account')
  try {
    writeFileSync(join(disk, 'of others'), Buffer.alloc(megabyte))
    await unchanged(disk, async () => {
      const to = join(disk, `dossier.${format}`)
      const refused = await engagement.refusal('dossier.export', { to, format, embedUpTo: 4 * megabyte })
      expect(refused).toMatchObject({ code: 'disk-full', sentence: expect.stringContaining('The disk is full.') })
    })
    expect(await engagement.call('evidence.list', {})).toHaveLength(6)
  } finally {
    removeDisk(disk)
  }
})

test.each(formats)('a name of 300 characters is refused in a sentence for a %s', async (format) => {
  const to = engagement.at(`${'n'.repeat(300)}.${format}`)
  await unchanged(dirname(to), async () => {
    const refused = await engagement.refusal('dossier.export', { to, format })
    expect(refused.code).toBe('name-too-long')
    expect(refused.sentence).toMatch(/is too long for a file/)
  })
})

test('a place below a file, and a folder where a file is to be, are refused', async () => {
  const file = engagement.put('not a folder', 'mine')
  const refused = await engagement.refusal('dossier.export', { to: join(file, 'dossier.zip') })
  expect(refused.sentence).toContain('There is no file at')
  mkdirSync(engagement.at('a folder.zip'))
  expect((await engagement.refusal('dossier.export', { to: engagement.at('a folder.zip'), overwrite: true })).code).toBe('file-exists')
  expect(readFileSync(file, 'utf8')).toBe('mine')
})
