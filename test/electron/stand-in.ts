import { EventEmitter } from 'node:events'
import { createRequire, registerHooks } from 'node:module'
import type { BrowserContext } from 'playwright-core'
import { type Listener, Preventable, type WindowOptions } from './stand-in-event.ts'
import { PageStandIn } from './stand-in-page.ts'

/**
 * A recording stand-in for the `electron` module, as far as main and preload use it: it lets the built program run under plain Node
 * with real Chromium as its window. It shows that the program asks for the right things; that Electron then does them is Electron's part.
 */

const require = createRequire(import.meta.url)
const globalName = 'electronStandIn'

class WebContentsStandIn extends EventEmitter {
  page: PageStandIn | undefined
  windowOpenHandler: Listener = () => ({ action: 'allow' })
  readonly typed: unknown[] = []

  setWindowOpenHandler(handler: Listener): void {
    this.windowOpenHandler = handler
  }

  send(channel: string, ...values: unknown[]): void {
    this.page?.toPreload.emit(channel, {}, ...structuredClone(values))
  }

  sendInputEvent(event: unknown): void {
    this.typed.push(event)
  }
}

class WindowStandIn extends EventEmitter {
  readonly options: WindowOptions
  readonly webContents = new WebContentsStandIn()
  isShown = false
  focused = 0
  readonly #open: (window: WindowStandIn, address: string) => Promise<PageStandIn>

  constructor(options: WindowOptions, open: (window: WindowStandIn, address: string) => Promise<PageStandIn>) {
    super()
    this.options = options
    this.#open = open
  }

  async loadURL(address: string): Promise<void> {
    this.webContents.page = await this.#open(this, address)
    this.emit('ready-to-show')
  }

  show(): void {
    this.isShown = true
  }

  focus(): void {
    this.focused += 1
  }

  maximize(): void {}
  isMinimized = () => false
  isMaximized = () => true
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
}

class AppStandIn extends EventEmitter {
  readonly switches = new Map<string, string>()
  readonly paths = new Map<string, string>()
  readonly isPackaged = true
  readonly commandLine = { appendSwitch: (name: string, value = '') => void this.switches.set(name, value) }
  isSandboxed = false
  isFirst = true
  quits = 0

  setPath = (name: string, path: string) => void this.paths.set(name, path)
  enableSandbox = () => {
    this.isSandboxed = true
  }
  requestSingleInstanceLock = () => this.isFirst
  whenReady = () => Promise.resolve()

  quit(): void {
    const event = new Preventable()
    this.emit('will-quit', event)
    if (event.isPrevented) return
    this.quits += 1
    this.emit('quit')
  }
}

class SessionStandIn extends EventEmitter {
  beforeRequest: Listener | undefined
  spellChecker: boolean | undefined
  readonly permissions = new Map<string, Listener>()
  readonly webRequest = {
    onBeforeRequest: (listener: Listener) => {
      this.beforeRequest = listener
    },
  }

  setPermissionRequestHandler = (handler: Listener) => void this.permissions.set('request', handler)
  setPermissionCheckHandler = (handler: Listener) => void this.permissions.set('check', handler)
  setDevicePermissionHandler = (handler: Listener) => void this.permissions.set('device', handler)
  setDisplayMediaRequestHandler = (handler: Listener) => void this.permissions.set('media', handler)
  setSpellCheckerEnabled = (isOn: boolean) => {
    this.spellChecker = isOn
  }
}

class IpcMainStandIn extends EventEmitter {
  readonly handlers = new Map<string, Listener>()
  handle = (channel: string, handler: Listener) => void this.handlers.set(channel, handler)
}

/** All that main asked of Electron, and the means to answer. */
export class ElectronStandIn {
  readonly app = new AppStandIn()
  readonly session = new SessionStandIn()
  readonly ipcMain = new IpcMainStandIn()
  readonly windows: WindowStandIn[] = []
  readonly schemes: { scheme: string; privileges: Record<string, unknown> }[] = []
  readonly protocols = new Map<string, (request: Request) => Promise<Response>>()
  readonly opened: string[] = []
  readonly revealed: string[] = []
  /** Addresses that the person's own browser was given. */
  readonly handedOver: string[] = []
  /** What the next dialogs answer, in order; an empty string is a person who changes their mind. */
  readonly chosen: string[] = []
  readonly dialogs: unknown[] = []
  readonly menu: { label?: string; submenu?: unknown }[] = []
  readonly #context: BrowserContext

  constructor(context: BrowserContext) {
    this.#context = context
  }

  /** Takes the place of `electron` in this process, then starts the built main. */
  startMain(path: string): void {
    Object.assign(globalThis, { [globalName]: this.#modules() })
    const sources: Record<string, string> = { 'stand-in:module': moduleSource, 'stand-in:commonjs': commonJsSource }
    registerHooks({
      resolve(specifier, context, next) {
        if (specifier !== 'electron') return next(specifier, context)
        const format = context.parentURL?.endsWith('.cjs') ? 'commonjs' : 'module'
        return { url: `stand-in:${format}`, format, shortCircuit: true }
      },
      load(url, context, next) {
        const source = sources[url]
        return source ? { format: url.replace('stand-in:', ''), source, shortCircuit: true } : next(url, context)
      },
    })
    require(path)
  }

  /** Runs the built preload as the window's own, and gives back what it put into the page. */
  startPreload(path: string, ipcRenderer: object): Record<string, Listener> {
    const exposed: Record<string, Listener> = {}
    const contextBridge = { exposeInMainWorld: (_name: string, bridge: Record<string, Listener>) => Object.assign(exposed, bridge) }
    Object.assign(Reflect.get(globalThis, globalName), { contextBridge, ipcRenderer })
    require(path)
    return exposed
  }

  #modules(): Record<string, unknown> {
    const open = (window: WindowStandIn, address: string) => PageStandIn.open(this, this.#context, window, address)
    const { windows, app } = this
    return {
      app,
      ipcMain: this.ipcMain,
      session: { defaultSession: this.session },
      BrowserWindow: class extends WindowStandIn {
        constructor(options: WindowOptions) {
          super(options, open)
          windows.push(this)
          app.emit('web-contents-created', {}, this.webContents)
        }
      },
      Menu: {
        buildFromTemplate: (menu: typeof this.menu) => menu,
        setApplicationMenu: (menu: typeof this.menu) => this.menu.push(...menu),
      },
      dialog: {
        showOpenDialog: async (_window: unknown, options: unknown) => ({ filePaths: this.#choose(options) }),
        showSaveDialog: async (_window: unknown, options: unknown) => ({ filePath: this.#choose(options)[0] ?? '' }),
        // The first button unless the person changes their mind.
        showMessageBox: async (options: unknown) => ({ response: this.#choose(options)[0] === undefined ? 1 : 0 }),
        showErrorBox: (_title: string, reason: string) => void this.dialogs.push(reason),
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes: typeof this.schemes) => void this.schemes.push(...schemes),
        handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void this.protocols.set(scheme, handler),
      },
      nativeTheme: { shouldUseDarkColors: false },
      screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
      shell: {
        openPath: async (path: string) => {
          this.opened.push(path)
          return ''
        },
        openExternal: async (address: string) => void this.handedOver.push(address),
        showItemInFolder: (path: string) => void this.revealed.push(path),
      },
    }
  }

  #choose(options: unknown): string[] {
    this.dialogs.push(options)
    return this.chosen.splice(0, 1).filter((path) => path !== '')
  }
}

const names = ['app', 'BrowserWindow', 'dialog', 'ipcMain', 'Menu', 'nativeTheme', 'protocol', 'screen', 'session', 'shell']
const moduleSource = names.map((name) => `export const ${name} = globalThis.${globalName}.${name}`).join('\n')
const commonJsSource = `module.exports = globalThis.${globalName}`
