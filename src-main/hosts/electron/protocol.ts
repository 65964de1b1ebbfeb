import type { Protocol } from 'electron'
import { pageHeaders, rendererFile } from '../renderer-files.ts'
import { isOwnAddress, scheme } from './page.ts'

/** Serves the built renderer, and nothing else, to the window. */
export function servePage(protocol: Protocol): void {
  protocol.handle(scheme, async ({ url, method }) => {
    if (!isOwnAddress(url) || method !== 'GET') return refused(403)
    const file = await rendererFile(new URL(url).pathname)
    return file ? new Response(file.content, { headers: file.headers }) : refused(404)
  })
}

const refused = (status: number) => new Response(null, { status, headers: pageHeaders })
