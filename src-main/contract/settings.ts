import { z } from 'zod'
import { nothing, ofApplication, shortText } from './procedure.ts'
import { dayOrder } from './typed-day.ts'

export const settings = z.object({
  /** Name that stands in the history beside each change. */
  name: shortText,
  colourScheme: z.enum(['light', 'dark', 'auto']),
  language: z.enum(['en']),
  /** How a typed date such as 03/04/2027 is read. */
  dayOrder,
})
export type Settings = z.infer<typeof settings>

export const settingsContract = {
  get: ofApplication.query('Settings of this machine', nothing, settings),
  update: ofApplication.mutation('Change settings of this machine', settings.partial(), settings, ['settings']),
  about: ofApplication.query(
    'Version, content and folders',
    nothing,
    z.object({ version: z.string(), contentVersion: z.string(), documentsFolder: z.string(), host: z.string() }),
  ),
}
