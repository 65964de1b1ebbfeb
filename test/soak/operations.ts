import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from './session.ts'

/** Where an operation works: the engagement, and a folder for what it makes. */
export interface Place {
  file: string
  folder: string
}

/** Something that a person does and that may be cut off: by a kill, or by a full disk. */
export interface Operation {
  name: string
  /** Does it once; `turn` counts from 1. */
  run(session: Session, place: Place, turn: number): Promise<void>
  /** What it may leave beside the engagement, whole or not at all; each is opened afterwards. */
  makes: (place: Place, turn: number) => string[]
}

const nothing = () => []
const rows = 400

/** A list with `rows` systems, each turn with names of its own. */
function writeList(path: string, turn: number): void {
  const lines = Array.from({ length: rows }, (_, index) => `T${turn}-${index},System ${turn} ${index},Purpose ${'x'.repeat(200)}`)
  writeFileSync(path, ['Reference,Name,Purpose', ...lines].join('\n'))
}

export const operations: readonly Operation[] = [
  {
    name: 'edit',
    run: async (session, _place, turn) => void (await session.call('engagement.update', { scope: `turn ${turn}` })),
    makes: nothing,
  },
  {
    name: 'pack',
    run: async (session, { folder }, turn) =>
      void (await session.call('transfer.pack', {
        to: join(folder, `${turn}.aimspack`),
        passphrase: turn % 2 ? 'correct horse' : undefined,
      })),
    makes: ({ folder }, turn) => [join(folder, `${turn}.aimspack`)],
  },
  {
    name: 'unpack',
    async run(session, { folder }, turn) {
      const path = join(folder, 'whole.aimspack')
      if (!existsSync(path)) await session.call('transfer.pack', { to: path })
      await session.call('transfer.unpack', { path, to: join(folder, `${turn}.aims`) })
    },
    makes: ({ folder }, turn) => [join(folder, `${turn}.aims`)],
  },
  {
    name: 'import',
    async run(session, { folder }, turn) {
      const path = join(folder, `list-${turn}.csv`)
      writeList(path, turn)
      await session.call('inventory.import', { path })
    },
    makes: nothing,
  },
  {
    name: 'export',
    run: async (session, { folder }, turn) =>
      void (await session.call('documents.export', { report: 'soa', to: join(folder, `${turn}.${turn % 2 ? 'docx' : 'pdf'}`) })),
    makes: ({ folder }, turn) => [join(folder, `${turn}.${turn % 2 ? 'docx' : 'pdf'}`)],
  },
  {
    name: 'attach',
    async run(session, { folder }, turn) {
      const path = join(folder, `minutes-${turn}.txt`)
      writeFileSync(path, `${turn} `.repeat(300_000))
      await session.call('evidence.attach', { paths: [path], target: { kind: 'requirement', id: '5.2-1' } })
    },
    makes: nothing,
  },
  {
    name: 'compact',
    async run(session, { folder }, turn) {
      const path = join(folder, `gone-${turn}.txt`)
      writeFileSync(path, `${turn}-`.repeat(200_000))
      const { attached } = await session.call('evidence.attach', { paths: [path] })
      for (const { id } of attached) await session.call('evidence.detach', { id })
      await session.call('evidence.freeSpace', {})
    },
    makes: nothing,
  },
  {
    name: 'duplicate',
    run: async (session, { folder }, turn) =>
      void (await session.call('engagement.duplicate', { path: join(folder, `copy-${turn}.aims`) })),
    makes: ({ folder }, turn) => [join(folder, `copy-${turn}.aims`)],
  },
]

export const operationOf = (name: string): Operation => {
  const found = operations.find((operation) => operation.name === name)
  if (!found) throw new Error(`there is no operation ${name}`)
  return found
}
