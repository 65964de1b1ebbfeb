import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { usualPlaces } from '../../application/places.ts'
import { RemoteApplication } from '../../application/remote.ts'
import { text } from '../../language/text.ts'
import { chooseFile } from './dialogs.ts'
import { engagementExtension, fileOf, packageExtension } from './files.ts'
import { answerCalls } from './ipc.ts'
import { buildMenu } from './menu.ts'
import { servePage } from './protocol.ts'
import { closeNetwork, schemePrivileges, secureContents, secureSession } from './security.ts'
import { MainWindow } from './window.ts'

/** The files that the system asks for before there is a window; macOS does so by an event, the others on the command line. */
const askedEarly: string[] = []
let window: MainWindow | undefined

function openFile(path: string): void {
  if (window) window.openFile(path)
  else askedEarly.push(path)
}

async function askAndOpen(opened: MainWindow): Promise<void> {
  const question = { title: text('desktop:openTitle'), kind: text('desktop:openKind'), extensions: [engagementExtension, packageExtension] }
  const path = await chooseFile(opened.browserWindow, question)
  if (path) openFile(path)
}

async function start(): Promise<void> {
  secureSession(session.defaultSession)
  servePage(protocol)
  const application = new RemoteApplication({ host: 'electron' })
  const opened = new MainWindow()
  window = opened
  answerCalls(ipcMain, application, opened)
  Menu.setApplicationMenu(
    buildMenu(
      () => opened.browserWindow,
      () => void askAndOpen(opened),
      app.isPackaged,
    ),
  )
  closeWithWindow(application)
  for (const path of askedEarly.splice(0)) openFile(path)
  await opened.load()
}

/** Ends with the window, after every file is closed. */
function closeWithWindow(application: RemoteApplication): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void application.close().then(() => {
      isClosed = true
      app.quit()
    })
  })
}

function begin(): void {
  keepChromiumsFiles(join(usualPlaces().state, 'window'))
  app.enableSandbox()
  closeNetwork()
  protocol.registerSchemesAsPrivileged([schemePrivileges])
  if (app.requestSingleInstanceLock()) listen()
  else app.quit()
}

/** Chromium's own files lie beside the application's state. Electron wants the folder to be there. */
function keepChromiumsFiles(folder: string): void {
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}

/** What the system tells this program while it runs. */
function listen(): void {
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  app.on('second-instance', (_event, words, folder) => {
    const asked = fileOf(words, folder)
    if (asked) openFile(asked)
    window?.focus()
  })
  const asked = fileOf(process.argv, process.cwd())
  if (asked) openFile(asked)
  app.whenReady().then(start).catch(failed)
}

function failed(error: unknown): void {
  dialog.showErrorBox(text('desktop:name'), text('desktop:failed', { reason: error instanceof Error ? error.message : String(error) }))
  app.exit(1)
}

begin()
