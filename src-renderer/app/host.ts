import {
  type CallAnswer,
  callAnswer,
  callPath,
  type DesktopBridge,
  fileParameter,
  sessionPath,
  sessionStarted,
  tokenHeader,
  tokenParameter,
} from '../../src-main/contract/host.ts'
import type { CallEnvelope } from '../../src-main/contract/index.ts'

declare global {
  interface Window {
    /** There in the desktop's window, put there by its preload script. */
    fieldbook?: DesktopBridge
  }
}

const tokenKey = 'fieldbook-session'

/** The file that the address names is opened at once. */
export const fileToOpen = new URL(window.location.href).searchParams.get(fileParameter)

/** The address holds a token that works once; what is got for it is kept for this tab, so that a reload works. */
async function startSession(): Promise<string> {
  const address = new URL(window.location.href)
  const invitation = address.searchParams.get(tokenParameter)
  if (invitation === null) return sessionStorage.getItem(tokenKey) ?? ''
  address.search = ''
  window.history.replaceState(null, '', address)
  const response = await fetch(sessionPath, { method: 'POST', headers: { [tokenHeader]: invitation } })
  if (!response.ok) return sessionStorage.getItem(tokenKey) ?? ''
  const { token } = sessionStarted.parse(await response.json())
  sessionStorage.setItem(tokenKey, token)
  return token
}

/** Browsers allow 64 KB for calls that outlive their page. */
const longestKeptAlive = 20_000

let session: Promise<string> | undefined

async function overHttp(envelope: CallEnvelope): Promise<CallAnswer> {
  session ??= startSession()
  const body = JSON.stringify(envelope)
  const headers = { 'content-type': 'application/json', [tokenHeader]: await session }
  // A small call outlives the page that sent it, so that the last words typed arrive when a tab is closed.
  const response = await fetch(callPath, { method: 'POST', headers, body, keepalive: body.length < longestKeptAlive })
  if (!response.ok) throw new Error(response.status === 403 ? 'session' : `status ${response.status}`)
  return callAnswer.parse(await response.json())
}

/** One call to the main side, by the way that this host has. Rejects when the main side cannot be reached. */
export const callHost = (envelope: CallEnvelope): Promise<CallAnswer> =>
  window.fieldbook ? window.fieldbook.call(envelope) : overHttp(envelope)

export const desktop = () => window.fieldbook
