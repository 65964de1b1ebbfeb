import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export interface Places {
  /** What this machine remembers: settings, recent list. Never an engagement. */
  state: string
  /** Where engagements are proposed to go. */
  documents: string
}

/** Where a person can surely save something. */
export const writableFolder = ({ documents }: Places): string => (existsSync(documents) ? documents : homedir())

/** The usual folders of this system; FIELDBOOK_HOME puts the state elsewhere, for tests and portable use. */
export function usualPlaces(): Places {
  const home = homedir()
  const state =
    process.env.FIELDBOOK_HOME ??
    (process.platform === 'win32'
      ? join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'AIMS Fieldbook')
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support', 'AIMS Fieldbook')
        : join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'aims-fieldbook'))
  return { state, documents: process.env.FIELDBOOK_DOCUMENTS ?? join(home, 'Documents', 'AIMS Fieldbook') }
}
