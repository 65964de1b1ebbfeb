import { spawnSync } from 'node:child_process'

/** Every screen, panel, menu and dialog in every window, light and dark: what the tests look at in a few. */
const { status } = spawnSync('npx', ['vitest', 'run', 'test/browser/look'], {
  stdio: 'inherit',
  env: { ...process.env, FIELDBOOK_LOOK: 'thorough' },
})
process.exitCode = status ?? 1
