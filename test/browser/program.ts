import { once } from 'node:events'
import { basename, dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, ElectronApplication, Page, Request } from 'playwright-core'
import { z } from 'zod'
import { callPath } from '../../src-main/contract/host.ts'
import type { ProcedureName } from '../../src-main/contract/index.ts'
import { buildWhereNeeded } from '../../src-main/hosts/build.ts'
import { launchChromium } from '../electron/chromium.ts'
import { launchElectron } from '../electron/launch.ts'
import { patience } from '../patience.ts'
import { type RunningHost, Workplace } from '../unit/hosts/processes.ts'
import { tellLostFocus } from './lost-focus.ts'

/** The same tests run in the browser host, and in Electron where it is: `FIELDBOOK_TEST_HOST=electron`. */
const inElectron = process.env.FIELDBOOK_TEST_HOST === 'electron'

export interface Look {
  width?: number
  height?: number
  /** 2 is a window at 200 %: half as many CSS pixels, twice as many points each. */
  zoom?: number
  colorScheme?: 'light' | 'dark'
}

/** The program as a person has it: a real window on the real main side, with files in a folder of its own. */
export class Program {
  readonly workplace = new Workplace()
  /** What went wrong in the page without a test having asked. */
  readonly faults: string[] = []
  readonly #requests: string[] = []
  #browser: Browser | undefined
  #electron: ElectronApplication | undefined
  #host: RunningHost | undefined
  #page: Page | undefined
  #isKilled = false
  #origin = 'app://fieldbook'

  get page(): Page {
    if (!this.#page) throw new Error('the program was not started')
    return this.#page
  }

  /** Makes an engagement on the command line: `sample` has every judgement and decision, without it nothing is judged. */
  async engagement(name: string, options: { sample?: boolean } = {}): Promise<string> {
    const { code, stderr } = await this.workplace.fieldbook(['new', name, '--client', 'Acme', ...(options.sample ? ['--sample'] : [])])
    if (code !== 0) throw new Error(stderr)
    return this.workplace.path(name)
  }

  /** Opens the window, on the start screen or with a file. */
  async start(file?: string, look: Look = {}): Promise<Page> {
    await buildWhereNeeded()
    if (inElectron) {
      this.#electron = await launchElectron(stringsOf(this.workplace.environment), file)
      this.#page = await this.#electron.firstWindow()
      this.#watch(this.#page)
      await this.look(look)
      return this.page
    }
    this.#isKilled = false
    this.#host ??= await this.workplace.startBrowserHost(...(file ? [file] : []))
    this.#origin = this.#host.origin
    this.#browser ??= await launchChromium()
    const { width = 1280, height = 800, zoom = 1, colorScheme = 'light' } = look
    this.#page = await this.#browser.newPage({
      viewport: { width: width / zoom, height: height / zoom },
      deviceScaleFactor: zoom,
      colorScheme,
      reducedMotion: 'reduce',
    })
    this.#watch(this.#page)
    await tellLostFocus(this.#page, (fault) => this.faults.push(fault))
    await this.#page.goto(this.#host.url)
    return this.#page
  }

  async look({ width = 1280, height = 800, zoom = 1, colorScheme = 'light' }: Look): Promise<void> {
    await this.page.setViewportSize({ width: Math.round(width / zoom), height: Math.round(height / zoom) })
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  }

  /** Ends the main side at once, as a power cut would. */
  async kill(): Promise<void> {
    this.#isKilled = true
    const main = this.#electron?.process()
    if (main) {
      main.kill('SIGKILL')
      await once(main, 'exit')
    } else await this.#host?.end('SIGKILL')
    this.#host = undefined
    this.#electron = undefined
  }

  /** Requests that would have left the program. */
  get foreignRequests(): string[] {
    return this.#requests.filter((url) => ![this.#origin, 'data:', 'blob:'].some((start) => url.startsWith(start)))
  }

  async stop(): Promise<void> {
    await this.#browser?.close()
    await this.#electron?.close()
    await this.#host?.end('SIGTERM')
    this.workplace.remove()
  }

  /** Waits until everything that was typed is on the disk, as the top line says it. */
  async saved(): Promise<void> {
    await this.page.locator('[data-save-state="saved"]').waitFor()
  }

  /** From now on this call is answered late, as on a busy machine, with what was true when it was asked. Calls in Electron go another way, and stay as quick as they are. */
  async slow(procedure: ProcedureName, milliseconds: number): Promise<void> {
    await this.page.route(`**${callPath}`, async (route, request) => {
      if (z.object({ procedure: z.string() }).parse(request.postDataJSON()).procedure !== procedure) return route.fallback()
      const response = await route.fetch()
      await delay(milliseconds)
      await route.fulfill({ response })
    })
  }

  /** Goes to a screen by the rail. */
  async go(screen: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click()
    await this.page.locator(`nav a[aria-current="page"]`, { hasText: screen }).waitFor()
  }

  /** Answers the question for a file, with the system's dialog in Electron and with ours elsewhere. */
  async chooseFile(ask: () => Promise<void>, path: string): Promise<void> {
    if (this.#electron) {
      await this.#electron.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
      }, path)
      return ask()
    }
    await ask()
    const dialog = this.page.getByRole('dialog').filter({ has: this.page.getByRole('button', { name: 'Home' }) })
    const whole = dialog.getByLabel('Folder, or path of the file')
    await whole.or(dialog.getByLabel('File name')).waitFor()
    if (await whole.isVisible()) {
      await whole.fill(path)
      return whole.press('Enter')
    }
    await dialog.getByLabel('Folder', { exact: true }).fill(dirname(path))
    await dialog.getByLabel('Folder', { exact: true }).press('Enter')
    await dialog.getByLabel('File name').fill(basename(path))
    await dialog.getByLabel('File name').press('Enter')
  }

  #watch(page: Page): void {
    page.setDefaultTimeout(patience.wait)
    page.on('pageerror', (error) => this.faults.push(error.message))
    page.on('console', (message) => {
      // Once the main side was killed, a call that finds it gone, or was on its way, is what the test is about.
      const isAfterKill = this.#isKilled && /net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE)/.test(message.text())
      if (message.type() === 'error' && !isAfterKill) this.faults.push(message.text())
    })
    page.on('request', (request: Request) => this.#requests.push(request.url()))
  }
}

const stringsOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
