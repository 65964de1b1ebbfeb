import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { transferContract } from '../contract/transfer.ts'
import type { Handlers } from '../engagement/context.ts'
import { removeCopy } from '../engagement/readable-copy.ts'
import type { ApplicationContext } from './context.ts'
import { copiesOfProcess } from './copies.ts'

/** A package that is looked into as it is: its engagement is a copy that goes away when it is closed. */
export const openPackageRouter: Handlers<Pick<typeof transferContract, 'openPackage'>, ApplicationContext> = {
  async openPackage({ engagements, places, run, settings, progress }, { path, passphrase }) {
    const folder = join(copiesOfProcess(places.state), randomUUID())
    mkdirSync(folder, { recursive: true })
    const copy = join(folder, 'engagement.aims')
    try {
      await run('transfer.unpack', { path: resolve(path), to: copy, passphrase }, progress)
    } catch (error) {
      removeCopy(copy)
      throw error
    }
    return engagements.openUnpacked(resolve(path), copy, () => settings.read().name)
  },
}
