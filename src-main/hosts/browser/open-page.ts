import { spawn } from 'node:child_process'

/** The program of this system that opens an address in the person's own browser, with its arguments. */
function opener(url: string): [string, string[]] {
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [url]]
}

/** Opens an address in the system's browser. Where there is none, the address that was printed has to do. */
export function openPage(url: string): void {
  const [program, parameters] = opener(url)
  const child = spawn(program, parameters, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
