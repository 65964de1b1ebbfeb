import type { Look } from '../program.ts'

/** `npm run look` looks at everything at every size; the tests take the sizes at which the most has ever gone wrong. */
export const isThorough = process.env.FIELDBOOK_LOOK === 'thorough'

const light = (width: number, height: number, zoom = 1): Look => ({ width, height, zoom, colorScheme: 'light' })
const dark = (width: number, height: number, zoom = 1): Look => ({ width, height, zoom, colorScheme: 'dark' })

const short = [light(1280, 720), light(1280, 800, 2), light(1920, 1080), dark(1366, 768)]
const all = [
  light(1280, 720),
  light(1280, 800),
  light(1366, 768),
  light(1440, 900),
  light(1920, 1080),
  light(1280, 800, 2),
  light(1440, 900, 2),
  dark(1280, 720),
  dark(1920, 1080),
  dark(1280, 800, 2),
]

/** Windows that the program is looked at in. Dark differs in colours alone, so it takes fewer. */
export const looks = isThorough ? all : short

export const nameOf = ({ width, height, zoom = 1, colorScheme }: Look) =>
  `${colorScheme} ${width}x${height}${zoom === 1 ? '' : ` at ${zoom * 100} %`}`
