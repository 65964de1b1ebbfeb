import { EventEmitter } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from 'playwright-core'
import type { ElectronStandIn } from './stand-in.ts'
import { type Listener, Preventable, type WindowOptions } from './stand-in-event.ts'

/** Chromium knows no app: scheme, so the window's pages have this origin there, secure like the real one. */
const shownOrigin = 'https://fieldbook.stand-in'
const ownOrigin = 'app://fieldbook'
const shown = (address: string) => address.replace(ownOrigin, shownOrigin)
const own = (address: string) => address.replace(shownOrigin, ownOrigin)

interface WindowLike {
  options: WindowOptions
  webContents: EventEmitter & { windowOpenHandler: Listener }
}

/** A window's page in real Chromium, wired as Electron wires it: protocol, request filter, navigation events, preload and IPC. */
export class PageStandIn {
  readonly page: Page
  /** What main sends to the page. */
  readonly toPreload = new EventEmitter()
  readonly refused: string[] = []
  /** Requests that lead out and that nobody refused. */
  readonly leaked: string[] = []
  /** What main sent while the page was going away. */
  readonly unheard: unknown[] = []
  readonly deniedNavigations: string[] = []
  readonly deniedWindows: string[] = []
  readonly #electron: ElectronStandIn
  readonly #window: WindowLike

  private constructor(electron: ElectronStandIn, window: WindowLike, page: Page) {
    this.#electron = electron
    this.#window = window
    this.page = page
  }

  static async open(electron: ElectronStandIn, context: BrowserContext, window: WindowLike, address: string): Promise<PageStandIn> {
    const opened = new PageStandIn(electron, window, await context.newPage())
    await context.route('**/*', (route) => opened.#answer(route))
    opened.page.on('popup', (popup) => void popup.close())
    await opened.#preload()
    await opened.page.goto(shown(address))
    return opened
  }

  /** What main answers to a message of a frame with this address. */
  async invoke(
    channel: string,
    value: unknown,
    senderFrame: object | null = { url: own(this.page.url()), parent: null },
  ): Promise<unknown> {
    const handler = this.#electron.ipcMain.handlers.get(channel)
    if (!handler) throw new Error(`main does not listen to ${channel}`)
    return structuredClone(await handler({ senderFrame }, structuredClone(value)))
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const address = own(request.url())
    if (request.isNavigationRequest() && this.#isDenied(frameOf(request), address)) return route.abort('aborted')
    if (await this.#isCancelled(address)) {
      this.refused.push(address)
      return route.abort('blockedbyclient')
    }
    const handler = this.#electron.protocols.get(new URL(address).protocol.replace(':', ''))
    if (!handler) {
      this.leaked.push(address)
      return route.abort('failed')
    }
    const response = await handler(new Request(address, { method: request.method() }))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  /** Asks main what Electron asks it: about a window where the frame is not there yet, or about the page going elsewhere. */
  #isDenied(frame: Frame | null, address: string): boolean {
    if (frame === null) {
      const isDenied = isDeepStrictEqual(this.#window.webContents.windowOpenHandler({ url: address }), { action: 'deny' })
      if (isDenied) this.deniedWindows.push(address)
      return isDenied
    }
    if (frame !== this.page.mainFrame() || this.page.url() === 'about:blank') return false
    const event = new Preventable(address)
    this.#window.webContents.emit('will-navigate', event)
    if (event.isPrevented) this.deniedNavigations.push(address)
    else this.#window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    return event.isPrevented
  }

  #isCancelled(url: string): Promise<boolean> {
    const { beforeRequest } = this.#electron.session
    return new Promise((resolve) => {
      if (!beforeRequest) return resolve(false)
      beforeRequest({ url }, ({ cancel }: { cancel?: boolean }) => resolve(cancel === true))
    })
  }

  /** The preload runs beside the page; its functions are reached from the page, callbacks by way of a list there. */
  async #preload(): Promise<void> {
    const ipcRenderer = Object.assign(this.toPreload, {
      invoke: (channel: string, value: unknown) => this.invoke(channel, value),
      send: (channel: string) => void this.#electron.ipcMain.emit(channel, { senderFrame: { url: own(this.page.url()), parent: null } }),
    })
    const bridge = this.#electron.startPreload(this.#window.options.webPreferences.preload, ipcRenderer)
    await this.page.exposeFunction('bridgeCall', (name: string, values: unknown[]) => bridge[name]?.(...values))
    await this.page.exposeFunction('bridgeListen', (name: string) => {
      bridge[name]?.(
        (value: unknown) =>
          // A page that is being loaded anew hears nothing, as in Electron.
          void this.page
            .evaluate(`window.bridgeListeners[${JSON.stringify(name)}].forEach((hear) => hear(${JSON.stringify(value)}))`)
            .catch(() => this.unheard.push(value)),
      )
    })
    await this.page.addInitScript(pageBridge(Object.keys(bridge)))
  }
}

/** A window that is about to open has no frame yet; Playwright says so by throwing. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

const pageBridge = (names: string[]) => `
  window.bridgeListeners = {}
  window.fieldbook = Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, (...values) => {
    if (typeof values[0] !== 'function') return window.bridgeCall(name, values)
    const listeners = window.bridgeListeners[name] ??= []
    listeners.push(values[0])
    window.bridgeListen(name)
    return () => listeners.splice(listeners.indexOf(values[0]), 1)
  }]))`
