import { EventEmitter } from 'node:events'
import { createRequire, registerHooks } from 'node:module'
import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core'

/**
 * A recording stand-in for the `electron` module, as far as main and preload use it: it lets the built program run under plain Node
 * with real Chromium as its window. It shows that the program asks for the right things; that Electron does them is Electron's part.
 */

const require = createRequire(import.meta.url)
const key = 'fieldbook-electron-stand-in'

/** Chromium knows no app: scheme, so the pages have this origin there, secure like the real one. */
const shownOrigin = 'https://fieldbook.stand-in'
const ownOrigin = 'app://fieldbook'
const shown = (address: string) => address.replace(ownOrigin, shownOrigin)
const own = (address: string) => address.replace(shownOrigin, ownOrigin)

type Listener = (...values: unknown[]) => unknown

export interface FrameLike {
  url: string
  parent: FrameLike | null
}

/** Everything that main asked of Electron, by name. */
export interface Record_ {
  switches: Map<string, string | undefined>
  sandboxed: boolean
  schemes: { scheme: string; privileges: object }[]
  windows: WindowStandIn[]
  dialogs: { kind: string; options: unknown }[]
  opened: string[]
  revealed: string[]
  /** Requests that nobody refused although they lead out. */
  leaked: string[]
  quits: number
}
