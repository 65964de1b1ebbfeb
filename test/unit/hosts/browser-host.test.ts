import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { engagementRecord, openedEngagement } from '../../../src-main/contract/engagement.ts'
import { buildWhereNeeded } from '../../../src-main/hosts/build.ts'
import { type RunningHost, Workplace } from './processes.ts'

const workplace = new Workplace()
const about = { procedure: 'settings.about', input: {} }
let host: RunningHost
let token: string

beforeAll(async () => {
  await buildWhereNeeded()
  host = await workplace.startBrowserHost()
  token = await host.begin()
})

afterAll(async () => {
  await host?.end('SIGTERM')
  workplace.remove()
})

/** A request exactly as written: fetch would put the path and the headers right. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: host.port, path, method, headers: { host: `127.0.0.1:${host.port}`, ...headers } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
        )
      },
    )
    sent.on('error', reject).end(body)
  })
}

test('the page comes with headers that keep it to itself', async () => {
  const { status, headers, body } = await raw('/')
  expect(status).toBe(200)
  expect(body).toContain('<title>AIMS Fieldbook</title>')
  expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';.*frame-ancestors 'none'/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
})

test('the browser finds an icon', async () => {
  expect(await raw('/favicon.ico')).toMatchObject({ status: 200, headers: { 'content-type': 'image/x-icon' } })
})

test('the server listens on this machine alone', async () => {
  expect(new URL(host.url).hostname).toBe('127.0.0.1')
  await expect(fetch(`http://[::1]:${host.port}/`)).rejects.toThrow()
})

test('a name of another host is refused', async () => {
  for (const name of [
    'evil.example',
    `evil.example:${host.port}`,
    '127.0.0.1',
    `127.0.0.1:${host.port + 1}`,
    `localhost.evil.example:${host.port}`,
  ]) {
    expect((await raw('/', { host: name })).status, name).toBe(403)
  }
  expect((await raw('/', { host: `localhost:${host.port}` })).status).toBe(200)
})

test('another page in the same browser is refused', async () => {
  for (const origin of [
    'https://evil.example',
    'null',
    `https://127.0.0.1:${host.port}`,
    `http://127.0.0.1:${host.port + 1}`,
    `http://localhost:${host.port}`,
  ]) {
    expect((await host.post('/call', token, about, { origin })).status, origin).toBe(403)
  }
  expect((await raw('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const body = JSON.stringify(about)
  const withoutOrigin = { 'content-type': 'application/json', 'x-fieldbook-token': token, 'content-length': String(body.length) }
  expect((await raw('/call', withoutOrigin, 'POST', body)).status).toBe(403)
  expect((await raw('/call', {}, 'OPTIONS')).status).toBe(405)
})

test('a missing or wrong token is refused', async () => {
  for (const wrong of ['', 'x', host.invitation, `${token}x`, token.slice(0, -1), token.toLowerCase()]) {
    expect((await host.post('/call', wrong, about)).status, wrong).toBe(403)
  }
  expect((await host.post('/call', token, about)).status).toBe(200)
})

test('an address works once, and the session that it began goes on', async () => {
  expect((await host.post('/session', host.invitation, {})).status).toBe(403)
  expect((await host.post('/session', token, {})).status).toBe(403)
  expect(await host.call('settings.about', {})).toMatchObject({ host: 'browser' })
})

test('only calls in JSON are read, and not too much of them', async () => {
  expect((await host.post('/call', token, about, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await host.post('/elsewhere', token, about)).status).toBe(404)
  expect((await raw('/', {}, 'DELETE')).status).toBe(405)
  const headers = { origin: host.origin, 'content-type': 'application/json', 'x-fieldbook-token': token }
  expect((await raw('/call', { ...headers, 'content-length': '9000000' }, 'POST', '{}')).status).toBe(413)
  expect((await raw('/call', { ...headers, 'content-length': '4' }, 'POST', '{bad')).status).toBe(400)
  expect((await raw('/call', { ...headers, 'transfer-encoding': 'chunked' }, 'POST', '{}')).status).toBe(411)
})

test('no path leads out of the built page', async () => {
  const paths = [
    '/../package.json',
    '/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/..\\..\\package.json',
    '/%5c..%5cpackage.json',
    '//etc/passwd',
    '/etc/passwd',
    '/.git/config.json',
    '/C:/Windows/win.ini',
    '/index.html%00.json',
    '/../main/application.js',
  ]
  for (const path of paths) {
    const { status, body } = await raw(path)
    expect([200, 400, 404], path).toContain(status)
    // A path without an ending is a screen of the page.
    if (status === 200) expect(body, path).toContain('<title>AIMS Fieldbook</title>')
  }
})

test('a procedure that fails answers with its sentence', async () => {
  const response = await host.post('/call', token, { procedure: 'engagement.open', input: { path: workplace.path('none.aims') } })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    ok: false,
    error: { code: 'file-missing', sentence: expect.stringContaining('none.aims') },
  })
})

test('a file is named to the page that opens it', async () => {
  const other = await workplace.startBrowserHost('client.aims')
  expect(new URL(other.url).searchParams.get('file')).toBe(workplace.path('client.aims'))
  expect(await other.end('SIGINT')).toBe(0)
})

const others: RunningHost[] = []
afterEach(async () => {
  for (const other of others.splice(0)) await other.end('SIGKILL')
})

async function startAndOpen(name: string) {
  const other = await workplace.startBrowserHost()
  others.push(other)
  await other.begin()
  const { handle } = openedEngagement.parse(
    existsSync(workplace.path(name))
      ? await other.call('engagement.open', { path: workplace.path(name) })
      : await other.call('engagement.create', { path: workplace.path(name), client: 'Acme' }),
  )
  return { other, handle }
}

test('a stop closes the files', async () => {
  const { other, handle } = await startAndOpen('stopped.aims')
  await other.call('engagement.update', { scope: 'Before the stop' }, handle)
  expect(await other.end('SIGTERM')).toBe(0)
  others.pop()
  expect(await workplace.fieldbook(['check', 'stopped.aims'])).toMatchObject({ code: 0 })
})

test('a file that is open in one program is left alone by a second one', async () => {
  const { other, handle } = await startAndOpen('shared.aims')
  await other.call('engagement.update', { scope: 'Open in the browser' }, handle)
  const before = workplace.sha256('shared.aims')
  const second = await workplace.fieldbook(['info', 'shared.aims'])
  expect(second).toMatchObject({ code: 3, stdout: '' })
  expect(second.stderr).toMatch(/^fieldbook: .*shared\.aims is open in another window or program\..*\n$/)
  expect(workplace.sha256('shared.aims')).toBe(before)
  await other.call('engagement.close', {}, handle)
  expect(await workplace.fieldbook(['info', 'shared.aims'])).toMatchObject({ code: 0 })
})

/** Writes numbers one after the other until the process is gone, and says which one was last answered as saved. */
async function writeUntilKilled(host: RunningHost, handle: string, first: number): Promise<number> {
  for (let number = first; ; number += 1) {
    try {
      await host.call('engagement.update', { scope: `edit ${number}`, approver: `approver ${number}` }, handle)
    } catch {
      return number - 1
    }
  }
}

test('a kill at any time loses nothing that was answered as saved', async () => {
  let saved = 0
  // On a busy machine less is saved before each kill: there are as many kills as it takes.
  for (let round = 0; round < 20 || saved <= 20; round += 1) {
    const { other, handle } = await startAndOpen('killed.aims')
    const found = engagementRecord.parse(await other.call('engagement.get', {}, handle))
    const number = Number(found.scope.replace('edit ', '') || 0)
    // The one edit after the last answer may have reached the file, whole; no other may.
    expect([saved, saved + 1]).toContain(number)
    expect(found.approver).toBe(number === 0 ? '' : `approver ${number}`)
    const writing = writeUntilKilled(other, handle, number + 1)
    await wait(Math.random() * 60)
    await other.end('SIGKILL')
    others.pop()
    saved = await writing
  }
  expect(await workplace.fieldbook(['check', 'killed.aims'])).toMatchObject({ code: 0 })
  expect(readdirSync(workplace.folder).filter((name) => name.startsWith('killed'))).toEqual(['killed.aims'])
  const info = z
    .object({ engagement: engagementRecord })
    .parse(JSON.parse((await workplace.fieldbook(['info', 'killed.aims', '--json'])).stdout))
  expect([saved, saved + 1].map((number) => `edit ${number}`)).toContain(info.engagement.scope)
  expect(readFileSync(workplace.path('killed.aims')).length).toBeGreaterThan(0)
})
