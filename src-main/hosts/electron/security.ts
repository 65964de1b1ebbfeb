import { app, type Session, type WebContents, type WebFrameMain } from 'electron'
import { offerOutside } from './outside.ts'
import { isOwnAddress, scheme } from './page.ts'

/** Keeps Chromium itself from reaching out: no name is looked up, and nothing is fetched in the background. Before the app is ready. */
export function closeNetwork(): void {
  const { commandLine } = app
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** What a page makes itself needs no network; the developer tools are there only while the program is being built. */
const isLocal = (address: string) =>
  isOwnAddress(address) || /^(data|blob):/.test(address) || (!app.isPackaged && /^devtools:/.test(address))

/** Refuses every request that is not the application's own, every permission and every download. */
export function secureSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isLocal(details.url) }))
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('will-download', (event) => event.preventDefault())
  // Chromium fetches its dictionaries from a server; the one of macOS is part of the system.
  session.setSpellCheckerEnabled(process.platform === 'darwin')
}

/** Keeps a page where it is: no other address, no second window, no page within the page. */
export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    void offerOutside(url).catch(() => {})
    return { action: 'deny' }
  })
  const stay = (details: { url: string; preventDefault(): void }) => {
    if (!isOwnAddress(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Whether a message comes from the window's own page itself, and not from a frame in it or from a page that took its place. */
export function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}

/** Has to be said before the app is ready. */
export const schemePrivileges = { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
