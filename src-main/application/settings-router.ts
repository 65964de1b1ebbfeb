import { userInfo } from 'node:os'
import { join } from 'node:path'
import { loadCatalog } from '../catalog/load.ts'
import { type Settings, settings, type settingsContract } from '../contract/settings.ts'
import type { DayOrder } from '../contract/typed-day.ts'
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

/** The order in which this system writes day and month. */
export function systemDayOrder(locale?: string): DayOrder {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts()
  const first = parts.find(({ type }) => type === 'day' || type === 'month')
  // Where the year comes first, the month is before the day in that system alone; others write such a date with the day first.
  return first?.type === 'month' && parts[0]?.type !== 'year' ? 'month-first' : 'day-first'
}

const usual: Settings = { name: accountName(), colourScheme: 'auto', language: 'en', dayOrder: systemDayOrder() }

/** Settings of an earlier version have no order of day and month. */
const kept = settings.extend({ dayOrder: settings.shape.dayOrder.default(usual.dayOrder) })

export const settingsFile = (stateFolder: string) => new Remembered(join(stateFolder, 'settings.json'), kept, usual)

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
