import { userInfo } from 'node:os'
import { join } from 'node:path'
import { loadCatalog } from '../catalog/load.ts'
import { type Settings, settings, type settingsContract } from '../contract/settings.ts'
import type { Handlers } from '../engagement/context.ts'
import { applicationVersion } from '../version.ts'
import type { ApplicationContext } from './context.ts'
import { Remembered } from './remembered.ts'

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

const usual: Settings = { name: accountName(), colourScheme: 'auto', language: 'en' }

export const settingsFile = (stateFolder: string) => new Remembered(join(stateFolder, 'settings.json'), settings, usual)

export const settingsRouter: Handlers<typeof settingsContract, ApplicationContext> = {
  get: ({ settings }) => settings.read(),
  update({ settings }, changed) {
    settings.write({ ...settings.read(), ...changed })
    return settings.read()
  },
  about: ({ places, host }) => ({
    version: applicationVersion(),
    contentVersion: loadCatalog().version,
    documentsFolder: places.documents,
    host,
  }),
}
