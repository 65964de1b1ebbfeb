import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { importResult } from '../../src-main/contract/inventory.ts'
import { done } from '../../src-main/contract/procedure.ts'
import { bareImport } from './bare-import.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { Desk, tableOf, workbookOf } from './prepared.ts'
import { commandLine, ended, memoryOf, startBare, startNode } from './processes.ts'

const repetitions = ({ isShort }: Size) => (isShort ? 1 : 7)

/** Makes room for a file, uses it, and takes it away. */
async function withFile(size: Size, name: string, use: (path: string) => Promise<number>): Promise<number> {
  const path = join(size.folder, name)
  rmSync(path, { force: true })
  try {
    return await use(path)
  } finally {
    rmSync(path, { force: true })
  }
}

/** Every system of a client's list comes into a new engagement, from a text table or from a workbook. */
export const importSystems =
  (kind: 'csv' | 'xlsx') =>
  async (size: Size): Promise<Measure[]> => {
    const list = kind === 'csv' ? tableOf(size) : workbookOf(size)
    const desk = new Desk(size)
    let systems = 0
    const compared = await compare({
      repetitions: repetitions(size),
      warmUp: size.isShort ? 0 : 1,
      ours: () =>
        withFile(size, 'imported.aims', async (path) => {
          await desk.create(path)
          const time = await clock(async () => {
            systems = (await desk.ask('inventory.import', { path: list }, importResult)).imported
          })
          await desk.ask('engagement.close', {}, done)
          return time
        }),
      bare: () =>
        withFile(size, 'imported-bare.db', (path) =>
          clock(() => {
            if (bareImport(tableOf(size), path) !== systems) throw new Error('the two imports brought in different numbers of systems')
          }),
        ),
    })
    await desk.close()
    return [
      measureOf(
        `import of ${systems} systems from ${kind === 'csv' ? 'a text table' : 'a workbook'}`,
        'papaparse and one prepared INSERT, equally durable',
        compared,
      ),
    ]
  }

/** The same as one command, from the start of its process to the end. */
export async function importByCommand(size: Size): Promise<Measure[]> {
  const desk = new Desk(size)
  const compared = await compare({
    repetitions: repetitions(size),
    warmUp: size.isShort ? 0 : 1,
    ours: () =>
      withFile(size, 'commanded.aims', async (path) => {
        await desk.create(path)
        await desk.ask('engagement.close', {}, done)
        return clock(() => ended(startNode(size, [commandLine, 'import', 'systems', path, tableOf(size)])))
      }),
    bare: () =>
      withFile(size, 'commanded-bare.db', (path) =>
        clock(() => ended(startBare(size, [join(import.meta.dirname, 'bare-import.ts'), tableOf(size), path]))),
      ),
  })
  await desk.close()
  return [measureOf('import on the command line', 'the bare import as a process', { ...compared, memory: memoryOf(size) })]
}
