import { execFileSync, spawnSync } from 'node:child_process'

/** A program that tests open documents and packages with, and the Debian package that brings it. */
interface Program {
  commands: string[]
  packages: string[]
}

const programs: Program[] = [
  { commands: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium'] },
  { commands: ['soffice', 'libreoffice'], packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'] },
  { commands: ['pdftotext'], packages: ['poppler-utils'] },
  { commands: ['age'], packages: ['age'] },
  { commands: ['expect'], packages: ['expect'] },
  { commands: ['unzip'], packages: ['unzip'] },
]

const isThere = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

/** Brings what is missing with apt where there is apt; says plainly what could not be had. */
export function bringPrograms(): void {
  const missing = programs.filter(({ commands }) => !commands.some(isThere)).flatMap(({ packages }) => packages)
  if (missing.length === 0) return
  if (!isThere('apt-get')) {
    console.log(`Missing and no apt to bring it: ${missing.join(' ')}`)
    return
  }
  console.log(`Installing with apt: ${missing.join(' ')}`)
  const sudo = process.getuid?.() === 0 || !isThere('sudo') ? [] : ['sudo']
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args]
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...missing)
}

/** Without Debian's Chromium, Playwright's own download is the browser. */
export function bringBrowser(): void {
  if (programs[0]?.commands.some(isThere)) return
  execFileSync('playwright-core', ['install', 'chromium-headless-shell'], { stdio: 'inherit' })
}
