import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { watchMemory } from './memory.ts'

/** Loaded before a whole program that is measured: as the program ends, its peak memory in bytes is written to the file named here. */
const report = process.env.FIELDBOOK_BENCH_MEMORY

if (isMainThread && report) {
  const most = watchMemory()
  process.once('exit', () => writeFileSync(report, String(most())))
}
