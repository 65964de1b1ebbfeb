import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { localDay } from '../contract/days.ts'
import type { transferContract } from '../contract/transfer.ts'
import type { Handlers, ModuleHandlers } from '../engagement/context.ts'
import { text } from '../language/text.ts'
import type { Progress, Run } from '../task/task.ts'
import { applicationVersion } from '../version.ts'

/** What is done with an open engagement. */
export const transferRouter: ModuleHandlers<Pick<typeof transferContract, 'pack' | 'suggestPackage'>> = {
  async pack({ file, run, progress, now }, { to, passphrase, overwrite }) {
    const input = {
      path: file.contentPath,
      to: resolve(to),
      passphrase,
      overwrite,
      application: applicationVersion(),
      createdAt: now().toISOString(),
    }
    return run('transfer.pack', input, progress)
  },
  suggestPackage({ file, now, outputFolder }) {
    const name = `${basename(file.path, '.aims')} ${localDay(now())}`
    const numbered = Array.from({ length: 99 }, (_, index) =>
      index === 0 ? name : text('transfer:numberedName', { name, number: index + 1 }),
    )
    const paths = numbered.map((candidate) => join(outputFolder, `${candidate}.aimspack`))
    return { path: paths.find((path) => !existsSync(path)) ?? join(outputFolder, `${name} ${now().getTime()}.aimspack`) }
  },
}

/** What is done with a package; no engagement is open for it. */
export const packageRouter: Handlers<Pick<typeof transferContract, 'inspect' | 'unpack'>, { run: Run; progress: Progress }> = {
  inspect: ({ run, progress }, { path, passphrase }) => run('transfer.inspect', { path: resolve(path), passphrase }, progress),
  unpack: ({ run, progress }, { path, to, passphrase }) =>
    run('transfer.unpack', { path: resolve(path), to: resolve(to), passphrase }, progress),
}
