import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { resourceFolder } from '../resources.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/**
 * What a page of the application may do: run the scripts that came with it, and call home. Styles may stand in the page, because the
 * components set their sizes there. Nothing leads to another host.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
}

export interface RendererFile {
  content: Buffer<ArrayBuffer>
  headers: Record<string, string>
}

/** Folder of the built renderer, beside the resources. */
const rendererFolder = () => join(resourceFolder(), '..', 'out', 'renderer')

/** Each step of a path has to be a plain name, so that no path leads out of the folder, on any system. */
const plainName = /^[\w@~-][\w@~.-]*$/

/** Where a path of an address leads; null where it names nothing that a page may have. A path without an ending is a screen. */
function fileOf(pathname: string): string | null {
  const steps = pathname.split('/').slice(1)
  if (extname(pathname) === '') return join(rendererFolder(), 'index.html')
  if (pathname === '/favicon.ico') return join(resourceFolder(), 'icons', 'icon.ico')
  return steps.every((step) => plainName.test(step)) ? join(rendererFolder(), ...steps) : null
}

/** A file of the built renderer by the path of its address, or null where there is none. */
export async function rendererFile(pathname: string): Promise<RendererFile | null> {
  const path = fileOf(pathname)
  const type = path && types[extname(path).toLowerCase()]
  if (!path || !type) return null
  try {
    return { content: await readFile(path), headers: { ...pageHeaders, 'Content-Type': type, 'Cache-Control': 'no-store' } }
  } catch {
    return null
  }
}
