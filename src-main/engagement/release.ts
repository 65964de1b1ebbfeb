import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of content that may wait to be freed. V8 itself lets 64 MB and more pile up, since it counts what lies outside its heap late. */
const most = 16 * 1024 * 1024

let waiting = 0
let collect: (() => void) | undefined

/** Counts a piece of content that was read and is not needed any more, and frees what has piled up, so that memory stays flat however much is read. */
export function release({ length }: Uint8Array): void {
  waiting += length
  if (waiting < most) return
  waiting = 0
  if (!collect) {
    setFlagsFromString('--expose-gc')
    const gc: unknown = runInNewContext('gc')
    collect = typeof gc === 'function' ? () => void gc({ type: 'minor' }) : () => {}
  }
  collect()
}
