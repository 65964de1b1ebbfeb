import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * The picture of ARCHITECTURE.md, made from the code: which folders there are, how many files each holds, and what each layer imports from the
 * layers below it. `node test/architecture/picture.ts` writes it; a test compares it with the code, and the layer rules
 * (`.dependency-cruiser.mjs`) say which folder belongs to which layer.
 */

const project = join(import.meta.dirname, '../..')
export const picturePath = join(project, 'resources/readme/architecture.svg')

const cruised = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
})
const rules = z.object({ modules: z.string(), shared: z.string(), ground: z.string() })

interface Layer {
  title: string
  about: string
  folders: string[]
}

/** From the top: each layer may import those below it. */
async function readLayers(): Promise<Layer[]> {
  const { modules, shared, ground } = rules.parse(await import(join(project, '.dependency-cruiser.mjs')))
  return [
    { title: 'Hosts', about: 'where the program runs', folders: ['hosts/electron', 'hosts/browser', 'hosts/cli', 'hosts'] },
    { title: 'Application', about: 'takes each call, checks it, runs it', folders: ['application', 'worker'] },
    { title: 'Modules', about: 'the work: queries, rules, router', folders: modules.split('|').sort() },
    { title: 'Shared', about: 'what modules need', folders: shared.split('|') },
    { title: 'Ground', about: 'what all may speak of', folders: ['contract', ...ground.split('|'), 'resources'] },
  ]
}

const windowFolders = ['app', 'modules', 'ui']

/** The folder of a file as the picture names it; files that lie beside the folders of src-main count as `resources`. */
function folderOf(path: string): string | null {
  const [top, first = '', second = '', third] = path.split('/')
  if (top === 'src-renderer') return `window/${first}`
  if (top !== 'src-main') return null
  if (first.endsWith('.ts')) return 'resources'
  return first === 'hosts' && third !== undefined ? `hosts/${second}` : first
}

interface Graph {
  files: Map<string, number>
  imports: { from: string; to: string }[]
}

function readGraph(): Graph {
  const tool = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const words = [tool, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src-main', 'src-renderer']
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: project, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (stdout === '') throw new Error(stderr)
  const files = new Map<string, number>()
  const imports: Graph['imports'] = []
  for (const { source, dependencies } of cruised.parse(JSON.parse(stdout)).modules) {
    const from = folderOf(source)
    if (from === null) continue
    files.set(from, (files.get(from) ?? 0) + 1)
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved)
      if (to !== null && to !== from) imports.push({ from, to })
    }
  }
  return { files, imports }
}

const size = { width: 1124, margin: 24, title: 240, box: 127, height: 46, gap: 10, perRow: 6 }
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function text(x: number, y: number, words: string, style: string): string {
  return `<text x="${x}" y="${y}" class="${style}">${escaped(words)}</text>`
}

function box(x: number, y: number, name: string, files: number): string {
  const count = files === 1 ? '1 file' : `${files} files`
  return [
    `<rect x="${x}" y="${y}" width="${size.box}" height="${size.height}" rx="6" class="box"/>`,
    text(x + 10, y + 19, name, 'name'),
    text(x + 10, y + 36, count, 'quiet'),
  ].join('\n')
}

/** A band of the picture: what the layer is, its folders, and how often it imports the layers below. */
function band(y: number, layer: Layer, files: Map<string, number>, uses: string): { svg: string; height: number } {
  const rows = Math.ceil(layer.folders.length / size.perRow)
  const height = rows * (size.height + size.gap) + 2 * size.gap + 18
  const boxes = layer.folders.map((folder, index) => {
    const x = size.margin + size.title + (index % size.perRow) * (size.box + size.gap)
    const top = y + size.gap + Math.floor(index / size.perRow) * (size.height + size.gap)
    return box(x, top, folder.replace(/^hosts\/|^window\//, ''), files.get(folder) ?? 0)
  })
  const svg = [
    `<rect x="${size.margin}" y="${y}" width="${size.width - 2 * size.margin}" height="${height}" rx="10" class="band"/>`,
    text(size.margin + 16, y + 32, layer.title, 'title'),
    text(size.margin + 16, y + 52, layer.about, 'quiet'),
    ...boxes,
    text(size.margin + size.title, y + height - 12, uses, 'quiet'),
  ].join('\n')
  return { svg, height }
}

const style = `
  svg { font-family: 'IBM Plex Sans', 'Segoe UI', 'DejaVu Sans', sans-serif; background: #ffffff; }
  .band { fill: #f4f6f9; stroke: #d5dbe3; } .box { fill: #ffffff; stroke: #b9c2ce; }
  .title { font-size: 17px; font-weight: 600; fill: #17202c; } .name { font-size: 13px; font-weight: 600; fill: #17202c; }
  .quiet { font-size: 11.5px; fill: #55606e; } .arrow { stroke: #55606e; stroke-width: 1.5; fill: none; marker-end: url(#head); }`

function arrow(y: number): string {
  const x = size.width / 2
  return `<path d="M${x} ${y + 3} V${y + 17}" class="arrow"/>`
}

/**
 * Draws the layers from the top down.
 * @throws Error where a folder belongs to no layer, or a layer imports one above it.
 */
export async function drawArchitecture(): Promise<string> {
  const { files, imports } = readGraph()
  const layers: Layer[] = [
    { title: 'Window', about: 'React, no rule of the standard', folders: windowFolders.map((folder) => `window/${folder}`) },
    ...(await readLayers()),
  ]
  const place = new Map(layers.flatMap(({ folders }, index) => folders.map((folder) => [folder, index] as const)))
  const homeless = [...files.keys()].filter((folder) => !place.has(folder))
  if (homeless.length > 0) throw new Error(`in no layer: ${homeless.join(', ')}; see .dependency-cruiser.mjs`)
  const counted = new Map<string, number>()
  for (const { from, to } of imports) {
    const [above = 0, below = 0] = [place.get(from), place.get(to)]
    if (above > below) throw new Error(`${from} imports ${to}, which lies above it`)
    if (above < below) counted.set(`${above} ${below}`, (counted.get(`${above} ${below}`) ?? 0) + 1)
  }
  let y = size.margin
  const parts = layers.map((layer, index) => {
    const uses = layers.flatMap(({ title }, below) => {
      const count = counted.get(`${index} ${below}`)
      return count === undefined ? [] : [`${title} ${count}`]
    })
    const { svg, height } = band(y, layer, files, uses.length === 0 ? 'imports no other layer' : `imports: ${uses.join(', ')}`)
    const isLast = index === layers.length - 1
    const drawn = isLast ? svg : `${svg}\n${arrow(y + height)}`
    y += height + (isLast ? 0 : 22)
    return drawn
  })
  const head =
    '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#55606e"/></marker>'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${y + size.margin}" role="img" aria-label="The layers of the program">`,
    `<style>${style}\n</style>\n<defs>${head}</defs>`,
    ...parts,
    '</svg>\n',
  ].join('\n')
}

export const readPicture = (): string => readFileSync(picturePath, 'utf8')

if (import.meta.main) writeFileSync(picturePath, await drawArchitecture())
