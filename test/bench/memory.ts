import { readFileSync, writeFileSync } from 'node:fs'

const kilobyte = 1024

/** Most resident memory that this process had since startWatch(), in bytes. */
function mostSoFar(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * kilobyte
  } catch {
    return process.resourceUsage().maxRSS * kilobyte
  }
}

/** Linux can set the mark back; elsewhere what the process needed before, while it loaded its code, counts as well. */
function setMarkBack(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {}
}

/**
 * Watches how much resident memory this process takes beyond what it has now, with all its threads. The system itself keeps the mark, so
 * no peak falls between two samples. The function it gives back says how much it was, in bytes.
 */
export function watchMemory(): () => number {
  globalThis.gc?.()
  setMarkBack()
  const start = process.memoryUsage.rss()
  return () => Math.max(0, mostSoFar() - start)
}
