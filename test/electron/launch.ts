import { type ElectronApplication, _electron as electron } from 'playwright-core'
import { projectFolder } from '../../src-main/hosts/build.ts'
import { electronProgram } from '../../src-main/hosts/electron-program.ts'

/** Whether the real Electron is on this machine; if it is not, its tests are left out, and the run says so. */
export function hasElectron(): boolean {
  const isThere = electronProgram() !== null
  if (!isThere)
    console.log("LEFT OUT: the tests in the real Electron and the browser tests in it, because Electron's program is not on this machine.")
  return isThere
}

/** Starts the built program in the real Electron, with a state folder of its own. */
export async function launchElectron(environment: Record<string, string>, file?: string): Promise<ElectronApplication> {
  // Chromium's own sandbox does not start for the root account, which test machines often run as.
  const account = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return electron.launch({
    executablePath: electronProgram() ?? '',
    args: [...account, projectFolder(), ...(file ? [file] : [])],
    env: { ...definedOnly(process.env), ...environment },
  })
}

const definedOnly = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
