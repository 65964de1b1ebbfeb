import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of content that may wait to be freed. V8 itself lets 64 MB and more pile up, since it counts what lies outside its heap late. */
const most = 16 * 1024 * 1024

let waiting = 0
let collect: ((kind: 'minor' | 'major') => void) | undefined

/** V8's own collection, which a program gets only by asking for it under this flag. */
function collector(): (kind: 'minor' | 'major') => void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  return typeof gc === 'function' ? (type) => void gc({ type }) : () => {}
}

/** Counts a piece of content that was read and is not needed any more, and frees what has piled up, so that memory stays flat however much is read. */
export function release({ length }: Uint8Array): void {
  waiting += length
  if (waiting < most) return
  waiting = 0
  collect ??= collector()
  collect('minor')
}

/** Gives back what this thread does not need any more, in some 20 ms, before another thread takes much. */
export function releaseAll(): void {
  collect ??= collector()
  collect('major')
}
