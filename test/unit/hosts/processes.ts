import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { callAnswer, sessionStarted } from '../../../src-main/contract/host.ts'

const main = (host: string) => join(import.meta.dirname, '../../../src-main/hosts', host, 'main.ts')

/** A folder that is gone after the test, with the application's own state inside. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'fieldbook-host-'))

  path = (name: string) => join(this.folder, name)
  sha256 = (name: string) =>
    createHash('sha256')
      .update(readFileSync(this.path(name)))
      .digest('hex')
  /** Files of the documents folder with this ending, by their path. */
  files = (ending: string) =>
    readdirSync(this.path('documents'))
      .filter((name) => name.endsWith(ending))
      .map((name) => join(this.path('documents'), name))
  remove = () => rmSync(this.folder, { recursive: true, force: true })

  get environment(): NodeJS.ProcessEnv {
    return { ...process.env, FIELDBOOK_HOME: this.path('state'), FIELDBOOK_DOCUMENTS: this.path('documents'), NO_COLOR: '1' }
  }

  /** Runs the command line to its end, in this folder. */
  async fieldbook(words: readonly string[], options: { input?: string; environment?: NodeJS.ProcessEnv } = {}) {
    const child = spawn(process.execPath, [main('cli'), ...words], {
      cwd: this.folder,
      env: { ...this.environment, ...options.environment },
    })
    child.stdin.end(options.input ?? '')
    const output = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (part: string) => {
        output[name] += part
      })
    }
    const [code] = await once(child, 'close')
    return { code: z.number().parse(code), ...output }
  }

  async startBrowserHost(...words: string[]): Promise<RunningHost> {
    const child = spawn(process.execPath, [main('browser'), '--no-open', '--json', ...words], {
      cwd: this.folder,
      env: this.environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    return new RunningHost(child, z.object({ url: z.string(), port: z.number() }).parse(JSON.parse(line)))
  }
}

/** A browser host in a process of its own, and a page's talk with it. */
export class RunningHost {
  readonly url: string
  readonly port: number
  readonly #child: ChildProcess
  #token = ''

  constructor(child: ChildProcess, { url, port }: { url: string; port: number }) {
    this.#child = child
    this.url = url
    this.port = port
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get invitation(): string {
    return new URL(this.url).searchParams.get('token') ?? ''
  }

  post(path: string, token: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const usual = { origin: this.origin, 'content-type': 'application/json', 'x-fieldbook-token': token }
    return fetch(`${this.origin}${path}`, { method: 'POST', headers: { ...usual, ...headers }, body: JSON.stringify(body) })
  }

  /** Exchanges the address's token for a session, as the page does when it is opened. */
  async begin(): Promise<string> {
    const response = await this.post('/session', this.invitation, {})
    this.#token = sessionStarted.parse(await response.json()).token
    return this.#token
  }

  async call(procedure: string, input: unknown, handle?: string): Promise<unknown> {
    const answer = callAnswer.parse(await (await this.post('/call', this.#token, { procedure, input, handle })).json())
    if (!answer.ok) throw new Error(answer.error.sentence)
    return answer.output
  }

  async end(signal: NodeJS.Signals): Promise<unknown> {
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    const [code] = await ended
    return code
  }
}
