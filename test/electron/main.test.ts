import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openedEngagement } from '../../src-main/contract/engagement.ts'
import { attachResult } from '../../src-main/contract/evidence.ts'
import { callAnswer } from '../../src-main/contract/host.ts'
import { jobState } from '../../src-main/contract/jobs.ts'
import { buildWhereNeeded, projectFolder } from '../../src-main/hosts/build.ts'
import { contentSecurityPolicy } from '../../src-main/hosts/renderer-files.ts'
import { patience } from '../patience.ts'
import { launchChromium } from './chromium.ts'
import { ElectronStandIn } from './stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-electron-'))
const file = join(folder, 'desktop.aims')
/** Waits for what comes by itself, as long as a busy machine may need. */
const eventually = <Found>(look: () => Found | Promise<Found>) => vi.waitFor(look, { timeout: patience.wait })

let browser: Browser
let electron: ElectronStandIn

beforeAll(async () => {
  process.env.FIELDBOOK_HOME = join(folder, 'state')
  process.env.FIELDBOOK_DOCUMENTS = join(folder, 'documents')
  await buildWhereNeeded()
  browser = await launchChromium()
  electron = new ElectronStandIn(await browser.newContext({ ignoreHTTPSErrors: true }))
  process.argv.push(join(folder, 'from-the-system.aims'))
  electron.startMain(join(projectFolder(), 'out/main/index.js'))
  await eventually(() => expect(electron.windows[0]?.isShown).toBe(true))
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

function shownWindow() {
  const [window] = electron.windows
  if (!window) throw new Error('there is no window')
  return window
}

function shownPage() {
  const shown = shownWindow().webContents.page
  if (!shown) throw new Error('there is no page')
  return shown
}

async function call(procedure: string, input: unknown, handle?: string): Promise<unknown> {
  const answer = callAnswer.parse(await shownPage().page.evaluate(`window.fieldbook.call(${JSON.stringify({ procedure, input, handle })})`))
  if (!answer.ok) throw new Error(answer.error.sentence)
  return answer.output
}

test('the page has no way to Node and is kept apart from the preload', () => {
  expect(electron.app.isSandboxed).toBe(true)
  expect(electron.windows).toHaveLength(1)
  expect(electron.windows[0]?.options.webPreferences).toMatchObject({
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
  })
  for (const [name, value] of Object.entries(z.record(z.string(), z.unknown()).parse(electron.windows[0]?.options.webPreferences)))
    expect(name, `${name}: ${value}`).not.toMatch(/experimental|blinkFeatures|nodeIntegrationInUtility|plugins|additionalArguments/i)
  expect(electron.session.spellChecker).toBe(process.platform === 'darwin')
})

test('the page has the bridge and nothing else of Electron or Node', async () => {
  const { page } = shownPage()
  expect(await page.evaluate('Object.keys(window.fieldbook).sort()')).toEqual(
    ['call', 'chooseFile', 'chooseFiles', 'chooseSavePath', 'onOpenFile', 'openFile', 'revealFile'].sort(),
  )
  expect(await page.evaluate('[typeof require, typeof process, typeof module, typeof ipcRenderer, typeof electron]')).toEqual(
    Array(5).fill('undefined'),
  )
})

test('a page within the page is prevented, and none is told apart by its attributes', () => {
  let isPrevented = false
  shownWindow().webContents.emit('will-attach-webview', { preventDefault: () => (isPrevented = true) }, {}, {})
  expect(isPrevented).toBe(true)
})

test('the page comes from the application alone, with its content security policy', async () => {
  expect(electron.schemes).toEqual([
    expect.objectContaining({ scheme: 'app', privileges: expect.objectContaining({ secure: true, standard: true }) }),
  ])
  const { page } = shownPage()
  const response = await page.reload()
  expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy)
  expect(await page.title()).toBe('AIMS Fieldbook')
  await page.evaluate(
    `document.body.appendChild(Object.assign(document.createElement('script'), { textContent: 'window.injected = true' }))`,
  )
  expect(await page.evaluate('window.injected')).toBeUndefined()
})

test('the protocol serves nothing but the built renderer', async () => {
  const serve = electron.protocols.get('app')
  const status = async (address: string, method = 'GET') => (await serve?.(new Request(address, { method })))?.status
  expect(await status('app://fieldbook/')).toBe(200)
  expect(await status('app://other/')).toBe(403)
  expect(await status('app://fieldbook/', 'POST')).toBe(403)
  expect(await status('app://fieldbook/..%2f..%2fpackage.json')).toBe(404)
  expect(await status('app://fieldbook/.../package.json')).toBe(404)
})

test('a request that leads out is refused', async () => {
  const shown = shownPage()
  const addresses = [
    'https://example.org/a.png',
    'http://127.0.0.1:9/b.png',
    'https://redirector.gvt1.com/edgedl/chrome/dict/en-us-10-1.bdic',
  ]
  for (const address of addresses)
    await shown.page.evaluate(
      `new Promise((done) => { const image = new Image(); image.onload = image.onerror = done; image.src = '${address}' })`,
    )
  await shown.page.evaluate(`fetch('https://example.org/').catch(() => {})`)
  expect(shown.leaked).toEqual([])
  const cancelled = (url: string) => new Promise((resolve) => electron.session.beforeRequest?.({ url }, resolve))
  for (const url of [...addresses, 'ws://example.org/', 'file:///etc/passwd', 'devtools://devtools/', 'app://other/']) {
    expect(await cancelled(url), url).toEqual({ cancel: true })
  }
  expect(await cancelled('app://fieldbook/index.html')).toEqual({ cancel: false })
  expect(electron.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
})

test('the window stays on its page and opens no other', async () => {
  const shown = shownPage()
  const before = shown.page.url()
  await shown.page.evaluate(`location.href = 'https://example.org/away'`)
  await eventually(() => expect(shown.deniedNavigations).toContain('https://example.org/away'))
  expect(shown.page.url()).toBe(before)
  await shown.page.evaluate(`void window.open('https://example.org/second')`)
  await eventually(() => expect(shown.deniedWindows).toHaveLength(1))
  expect(shown.page.context().pages()).toHaveLength(1)
})

test('a web address is handed to the browser of the person when they say so, and no other address ever', async () => {
  const { page } = shownPage()
  const ask = (address: string) => page.evaluate(`void window.open(${JSON.stringify(address)})`)
  const asked = electron.dialogs.length
  await ask('https://models.example/card')
  await eventually(() => expect(electron.dialogs.length).toBe(asked + 1))
  expect(electron.dialogs.at(-1)).toMatchObject({ detail: 'https://models.example/card', defaultId: 1, cancelId: 1 })
  expect(electron.handedOver).toEqual([])
  electron.chosen.push('Open')
  await ask('https://models.example/card?2')
  await eventually(() => expect(electron.handedOver).toEqual(['https://models.example/card?2']))
  electron.chosen.push('Open')
  for (const address of ['file:///etc/passwd', 'javascript:void 0', 'mailto:a@models.example', 'smb://server/share']) await ask(address)
  await ask('https://models.example/last')
  await eventually(() => expect(electron.handedOver).toEqual(['https://models.example/card?2', 'https://models.example/last']))
  expect(electron.dialogs.length).toBe(asked + 3)
})

test('no permission is given', () => {
  const { permissions } = electron.session
  const answers: unknown[] = []
  permissions.get('request')?.({}, 'media', (isGranted: unknown) => answers.push(isGranted))
  permissions.get('media')?.({}, (streams: unknown) => answers.push(streams))
  expect(answers).toEqual([false, {}])
  expect(permissions.get('check')?.({}, 'clipboard-read')).toBe(false)
  expect(permissions.get('device')?.({})).toBe(false)
})

test('a message from anywhere but the page itself is refused', async () => {
  const shown = shownPage()
  const envelope = { procedure: 'settings.about', input: {} }
  const foreign = { url: 'https://example.org/', parent: null }
  const frameInside = { url: 'app://fieldbook/', parent: { url: 'app://fieldbook/', parent: null } }
  for (const frame of [foreign, frameInside, { url: 'app://fieldbook.example/', parent: null }, null]) {
    for (const channel of electron.ipcMain.handlers.keys()) await expect(shown.invoke(channel, envelope, frame)).rejects.toThrow('refused')
  }
  await expect(shown.invoke('fieldbook:call', envelope)).resolves.toMatchObject({ ok: true })
})

test('a call reaches a real engagement file', async () => {
  const { handle } = openedEngagement.parse(await call('engagement.create', { path: file, client: 'Acme' }))
  await call('engagement.update', { scope: 'Everything that the desktop wrote' }, handle)
  expect(readFileSync(file).includes('Everything that the desktop wrote')).toBe(true)
  await expect(call('engagement.open', { path: join(folder, 'missing.aims') })).rejects.toThrow('There is no file')
  await expect(call('engagement.open', { path: 7 })).rejects.toThrow('cannot be used')
})

test('work in a thread of its own goes through the built program', async () => {
  const { handle } = openedEngagement.parse(await call('engagement.open', { path: file }))
  const started = await call('engagement.check', {}, handle)
  await eventually(async () => {
    expect(await call('jobs.get', started)).toMatchObject({ state: 'done', output: { problems: [] } })
  })
})

test('dialogs answer with a path or nothing', async () => {
  const question = { title: 'Choose', kind: 'Packages', extensions: ['aimspack'] }
  electron.chosen.push('/somewhere/a.aimspack', '')
  expect(await shownPage().page.evaluate(`window.fieldbook.chooseFile(${JSON.stringify(question)})`)).toBe('/somewhere/a.aimspack')
  expect(await shownPage().page.evaluate(`window.fieldbook.chooseFile(${JSON.stringify(question)})`)).toBeNull()
  electron.chosen.push('/somewhere/minutes.pdf', '')
  const any = JSON.stringify({ title: 'Files to attach', kind: 'Any file', extensions: [] })
  expect(await shownPage().page.evaluate(`window.fieldbook.chooseFiles(${any})`)).toEqual(['/somewhere/minutes.pdf'])
  expect(electron.dialogs.at(-1)).toMatchObject({ title: 'Files to attach', properties: ['openFile', 'multiSelections'] })
  expect(electron.dialogs.at(-1)).not.toHaveProperty('filters')
  expect(await shownPage().page.evaluate(`window.fieldbook.chooseFiles(${any})`)).toEqual([])
  electron.chosen.push('/somewhere/b.docx')
  const save = { ...question, suggested: 'b.docx' }
  expect(await shownPage().page.evaluate(`window.fieldbook.chooseSavePath(${JSON.stringify(save)})`)).toBe('/somewhere/b.docx')
  expect(electron.dialogs.at(-1)).toMatchObject({ defaultPath: 'b.docx', filters: [{ name: 'Packages', extensions: ['aimspack'] }] })
})

test('evidence that was chosen is attached, and a copy of it opens in its program', async () => {
  const { handle } = openedEngagement.parse(await call('engagement.open', { path: file }))
  const minutes = join(folder, 'minutes.txt')
  writeFileSync(minutes, 'What was decided')
  const ended = async (procedure: string, input: unknown): Promise<unknown> => {
    const started = await call(procedure, input, handle)
    return eventually(async () => {
      const state = jobState.parse(await call('jobs.get', started))
      expect(state.state).toBe('done')
      return state.output
    })
  }
  const { attached } = attachResult.parse(
    await ended('evidence.attach', { paths: [minutes], target: { kind: 'requirement', id: '5.2-1' } }),
  )
  const { path } = z.object({ path: z.string() }).parse(await ended('evidence.open', { id: attached[0]?.id }))
  await shownPage().page.evaluate(`window.fieldbook.openFile(${JSON.stringify(path)})`)
  expect(electron.opened.splice(0)).toEqual([path])
  expect(readFileSync(path, 'utf8')).toBe('What was decided')
})

test('a document that was saved opens in its program, a program does not', async () => {
  const shown = shownPage()
  const save = JSON.stringify({ title: 'Save', kind: 'Documents', extensions: ['pdf'], suggested: 'soa.pdf' })
  electron.chosen.push('/somewhere/soa.pdf', '/somewhere/setup.exe')
  for (let count = 0; count < 2; count += 1) await shown.page.evaluate(`window.fieldbook.chooseSavePath(${save})`)
  await shown.invoke('fieldbook:open-file', '/somewhere/soa.pdf')
  await shown.invoke('fieldbook:reveal-file', '/somewhere/soa.pdf')
  await expect(shown.invoke('fieldbook:open-file', '/somewhere/setup.exe')).rejects.toThrow()
  expect(electron.opened).toEqual(['/somewhere/soa.pdf'])
  expect(electron.revealed).toEqual(['/somewhere/soa.pdf'])
})

test.each([
  '/somewhere/else.pdf',
  '/somewhere/soa.pdf/../else.pdf',
  '\\\\host\\share\\soa.pdf',
  '//host/share/soa.pdf',
  '\\\\?\\UNC\\host\\share\\soa.pdf',
  '//somewhere/soa.pdf',
])('a path that nobody chose and the program did not make is neither shown nor opened: %s', async (path) => {
  const [opened, revealed] = [electron.opened.length, electron.revealed.length]
  await expect(shownPage().invoke('fieldbook:open-file', path)).rejects.toThrow()
  await expect(shownPage().invoke('fieldbook:reveal-file', path)).rejects.toThrow()
  expect([electron.opened.length, electron.revealed.length]).toEqual([opened, revealed])
})

test('a network path is not shown, even where a dialog gave it', async () => {
  electron.chosen.push('//host/share/soa.pdf')
  const question = JSON.stringify({ title: 'Choose', kind: 'Documents', extensions: ['pdf'] })
  expect(await shownPage().page.evaluate(`window.fieldbook.chooseFile(${question})`)).toBe('//host/share/soa.pdf')
  await expect(shownPage().invoke('fieldbook:reveal-file', '//host/share/soa.pdf')).rejects.toThrow()
})

test('files that the system asks for wait until the page takes them', async () => {
  const { page } = shownPage()
  // Before the page's own script runs: what it takes is also written down here.
  await page.addInitScript(`
    window.heard = []
    const listen = window.fieldbook.onOpenFile
    window.fieldbook.onOpenFile = (hear) => listen((path) => { window.heard.push(path); hear(path) })`)
  const leaving = once(shownWindow().webContents, 'did-start-navigation')
  const loaded = page.reload()
  await leaving
  electron.app.emit('second-instance', {}, ['program', '--flag', 'second.aimspack'], folder)
  electron.app.emit('open-file', { preventDefault() {} }, join(folder, 'third.aims'))
  await loaded
  await eventually(async () =>
    expect(await page.evaluate('window.heard')).toEqual(
      expect.arrayContaining([join(folder, 'second.aimspack'), join(folder, 'third.aims')]),
    ),
  )
  expect(electron.windows[0]?.focused).toBe(1)
})

test('the menu types its keys into the page', () => {
  const labels = electron.menu.map(({ label }) => label)
  expect(labels).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Window']))
  const edit = electron.menu.find(({ label }) => label === 'Edit')?.submenu
  const undo = Array.isArray(edit) ? edit[0] : undefined
  expect(undo).toMatchObject({ label: 'Undo', accelerator: 'CommandOrControl+Z', registerAccelerator: false })
  undo.click()
  expect(electron.windows[0]?.webContents.typed).toEqual([
    expect.objectContaining({ type: 'keyDown', keyCode: 'Z' }),
    expect.objectContaining({ type: 'keyUp', keyCode: 'Z' }),
  ])
})

test('the end closes every file and keeps the place of the window', async () => {
  electron.windows[0]?.emit('close')
  electron.app.emit('window-all-closed')
  await eventually(() => expect(electron.app.quits).toBe(1))
  expect(existsSync(`${file}-journal`)).toBe(false)
  expect(JSON.parse(readFileSync(join(folder, 'state', 'window.json'), 'utf8'))).toEqual({
    bounds: { x: 10, y: 20, width: 1000, height: 700 },
    isMaximized: true,
  })
})
