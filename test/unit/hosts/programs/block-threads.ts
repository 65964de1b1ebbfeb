import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Loaded before everything else: each thread but the first one stands still for good, as one that SQLite does not come back to. */
if (!isMainThread) {
  writeSync(2, 'blocked\n')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
