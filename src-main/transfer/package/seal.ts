import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/**
 * The seal of a package: the comment at the end of the ZIP is the SHA-256 of every byte before it, in hexadecimal. So that a ZIP of any
 * program can be opened, and a byte that changed anywhere, headers and times included, is found.
 */
export const sealLength = 64
export const emptySeal = '0'.repeat(sealLength)

/** Passes a ZIP with an empty seal on and puts the true one in its place. */
export function sealing(): Transform {
  const hash = createHash('sha256')
  let held = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const all = Buffer.concat([held, chunk])
      const ready = all.subarray(0, Math.max(0, all.length - sealLength))
      held = Buffer.from(all.subarray(ready.length))
      hash.update(ready)
      done(null, ready)
    },
    flush(done) {
      done(null, Buffer.from(hash.digest('hex'), 'latin1'))
    },
  })
}
