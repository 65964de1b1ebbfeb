import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { answer } from '../../application/answer.ts'
import type { Application } from '../../application/application.ts'
import { callPath, fileParameter, sessionPath, tokenHeader, tokenParameter } from '../../contract/host.ts'
import { pageHeaders, rendererFile } from '../renderer-files.ts'
import { Refusal } from './refusal.ts'
import { Tokens } from './tokens.ts'

/** More than the longest texts of the contract in one call. */
const longestBody = 8 * 1024 * 1024

const address = z.object({ port: z.number() })

/** Serves the window to the browser of this machine, and to nobody else: see `#checkSender`. */
export class BrowserHost {
  readonly #application: Pick<Application, 'call' | 'leftOut'>
  readonly #tokens = new Tokens()
  readonly #server: Server
  #port = 0

  constructor(application: Pick<Application, 'call' | 'leftOut'>) {
    this.#application = application
    this.#server = createServer({ requestTimeout: 60_000 }, (request, response) => void this.#respond(request, response))
  }

  /** Listens on this machine alone. Port 0 lets the system choose a free one. */
  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    this.#port = address.parse(this.#server.address()).port
  }

  get port(): number {
    return this.#port
  }

  /** An address that opens the window once, with a file in it if one is named. */
  invitation(file?: string): string {
    const url = new URL(`http://127.0.0.1:${this.#port}/`)
    url.searchParams.set(tokenParameter, this.#tokens.invite())
    if (file) url.searchParams.set(fileParameter, file)
    return url.href
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      this.#checkSender(request)
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
      if (request.method === 'GET') await sendFile(response, pathname)
      else if (request.method === 'POST') sendJson(response, await this.#post(request, pathname))
      else throw new Refusal(405)
    } catch (error) {
      refuse(response, error instanceof Refusal ? error.status : 400)
    }
  }

  /**
   * Other pages in the same browser can send requests here too, by this address or by a name of their own that leads here: the Host
   * header gives away the name, Origin and Sec-Fetch-Site the page.
   */
  #checkSender({ headers }: IncomingMessage): void {
    const hosts = [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`]
    if (!hosts.includes(headers.host ?? '')) throw new Refusal(403)
    if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) throw new Refusal(403)
    if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site']?.toString())) throw new Refusal(403)
  }

  async #post(request: IncomingMessage, pathname: string): Promise<unknown> {
    const token = request.headers[tokenHeader]?.toString() ?? ''
    if (request.headers.origin === undefined) throw new Refusal(403)
    if (pathname === sessionPath) return this.#startSession(token)
    if (pathname !== callPath) throw new Refusal(404)
    if (!this.#tokens.isSession(token)) throw new Refusal(403)
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new Refusal(415)
    return answer(this.#application, parseJson(await readBody(request)))
  }

  #startSession(invitation: string): { token: string } {
    const token = this.#tokens.redeem(invitation)
    if (token === null) throw new Refusal(403)
    return { token }
  }
}

/** The length has to be announced; Node itself holds a sender to it. */
async function readBody(request: IncomingMessage): Promise<string> {
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (Number.isNaN(length)) throw new Refusal(411)
  if (length > longestBody) throw new Refusal(413)
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400)
  }
}

async function sendFile(response: ServerResponse, pathname: string): Promise<void> {
  const file = await rendererFile(pathname)
  if (!file) throw new Refusal(404)
  response.writeHead(200, file.headers).end(file.content)
}

function sendJson(response: ServerResponse, body: unknown): void {
  const headers = { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
  response.writeHead(200, headers).end(JSON.stringify(body))
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${status}\n`)
}
