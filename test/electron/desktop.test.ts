import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openedEngagement } from '../../src-main/contract/engagement.ts'
import { callAnswer } from '../../src-main/contract/host.ts'
import { buildWhereNeeded } from '../../src-main/hosts/build.ts'
import { hasElectron, launchElectron } from './launch.ts'

describe.skipIf(!hasElectron())('in the real Electron', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-desktop-'))
  let desktop: ElectronApplication

  beforeAll(async () => {
    await buildWhereNeeded()
    desktop = await launchElectron({ FIELDBOOK_HOME: join(folder, 'state'), FIELDBOOK_DOCUMENTS: join(folder, 'documents') })
  })

  afterAll(async () => {
    await desktop?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a call from the page reaches a real engagement file', async () => {
    const page = await desktop.firstWindow()
    const call = async (procedure: string, input: unknown, handle?: string) =>
      callAnswer.parse(await page.evaluate(`window.fieldbook.call(${JSON.stringify({ procedure, input, handle })})`))
    const file = join(folder, 'desktop.aims')
    const made = await call('engagement.create', { path: file, client: 'Acme' })
    const { handle } = openedEngagement.parse(made.ok ? made.output : null)
    expect(await call('engagement.update', { scope: 'Written on the desktop' }, handle)).toMatchObject({ ok: true })
    expect(readFileSync(file).includes('Written on the desktop')).toBe(true)
  })

  test('the page has no Node, leaves for nowhere and reaches nobody', async () => {
    const page = await desktop.firstWindow()
    expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual(['undefined', 'undefined', 'undefined'])
    await page.evaluate(`location.href = 'https://example.org/'`)
    await page.evaluate(`void window.open('https://example.org/')`)
    expect(await page.evaluate(`fetch('https://example.org/').then(() => 'reached', () => 'refused')`)).toBe('refused')
    expect(page.url()).toMatch(/^app:\/\/fieldbook\//)
    expect(desktop.windows()).toHaveLength(1)
  })
})
