import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { text } from '../../language/text.ts'
import { resourceFolder } from '../../resources.ts'
import { channels } from './channels.ts'
import { pageAddress } from './page.ts'
import { readWindowState, writeWindowState } from './window-state.ts'

const smallest = { width: 800, height: 600 }
const usual = { width: 1360, height: 860 }

/** The one window, with the files that it was asked to open before its page could take them. */
export class MainWindow {
  readonly browserWindow: BrowserWindow
  readonly #asked: string[] = []
  #isListening = false

  constructor() {
    const { bounds, isMaximized } = readWindowState()
    this.browserWindow = new BrowserWindow({
      ...usual,
      ...bounds,
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: text('desktop:name'),
      icon: join(resourceFolder(), 'icons', 'icon.png'),
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
      webPreferences: {
        preload: join(resourceFolder(), '..', 'out', 'preload', 'index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        allowRunningInsecureContent: false,
        navigateOnDragDrop: false,
        spellcheck: process.platform === 'darwin',
      },
    })
    if (isMaximized) this.browserWindow.maximize()
    this.#follow()
  }

  /** Shows the page once it is drawn. */
  async load(): Promise<void> {
    this.browserWindow.once('ready-to-show', () => this.browserWindow.show())
    await this.browserWindow.loadURL(pageAddress)
  }

  /** Comes to the front, as when the program is started a second time. */
  focus(): void {
    if (this.browserWindow.isMinimized()) this.browserWindow.restore()
    this.browserWindow.focus()
  }

  openFile(path: string): void {
    this.#asked.push(path)
    this.#tell()
  }

  /** The page says that it takes files from now on. */
  isListening(): void {
    this.#isListening = true
    this.#tell()
  }

  #tell(): void {
    if (!this.#isListening) return
    for (const path of this.#asked.splice(0)) this.browserWindow.webContents.send(channels.fileAsked, path)
  }

  #follow(): void {
    const { browserWindow } = this
    // A page that is loaded anew has to say again that it listens.
    browserWindow.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#isListening = false
    })
    browserWindow.on('close', () => {
      writeWindowState({ bounds: browserWindow.getNormalBounds(), isMaximized: browserWindow.isMaximized() })
    })
  }
}
